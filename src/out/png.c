#include "out/png.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* zlib's fastest: on flat pictures higher levels save a tenth and take four times as long. */
enum { COMPRESSION_LEVEL = 1 };

/* Bytes that libpng reads one after the other. */
typedef struct Reader {
    Slice bytes;
    size_t at;
} Reader;

static void on_error(png_structp png, png_const_charp message)
{
    text_append_format(png_get_error_ptr(png), "PNG: %s", message);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void append(png_structp png, png_bytep bytes, size_t length)
{
    text_append(png_get_io_ptr(png), (const char *)bytes, length);
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static const uint32_t *row_of(Pixels pixels, int y)
{
    return (const uint32_t *)(const void *)((const char *)pixels.data +
                                            (size_t)y * pixels.stride);
}

/* A pixel that stands alone among its neighbours is the edge of something: five bits a channel
 * do. */
static uint32_t coarsen(uint32_t pixel)
{
    uint32_t high = pixel & 0x00F8F8F8U;
    return (pixel & 0xFF000000U) | high | (high >> 5 & 0x00070707U);
}

static uint32_t quantised(Pixels pixels, int x, int y)
{
    const uint32_t *row = row_of(pixels, y);
    uint32_t pixel = row[x];
    if ((x > 0 && row[x - 1] == pixel) || (x + 1 < pixels.width && row[x + 1] == pixel))
        return pixel;
    if ((y > 0 && row_of(pixels, y - 1)[x] == pixel) ||
        (y + 1 < pixels.height && row_of(pixels, y + 1)[x] == pixel))
        return pixel;
    return coarsen(pixel);
}

/* The channel's value with the alpha taken out. */
static unsigned char straight(uint32_t channel, uint32_t alpha)
{
    uint32_t value = (channel * 255 + alpha / 2) / alpha;
    return (unsigned char)(value > 255 ? 255 : value);
}

static void put_rgb(uint32_t pixel, unsigned char *to)
{
    to[0] = (unsigned char)(pixel >> 16);
    to[1] = (unsigned char)(pixel >> 8);
    to[2] = (unsigned char)pixel;
}

static void put_rgba(uint32_t pixel, unsigned char *to)
{
    uint32_t alpha = pixel >> 24;
    memset(to, 0, 4);
    if (alpha == 0)
        return;
    to[0] = straight(pixel >> 16 & 0xFF, alpha);
    to[1] = straight(pixel >> 8 & 0xFF, alpha);
    to[2] = straight(pixel & 0xFF, alpha);
    to[3] = (unsigned char)alpha;
}

static void convert_row(Pixels pixels, PngOptions options, int y, unsigned char *to)
{
    const uint32_t *row = row_of(pixels, y);
    for (int x = 0; x < pixels.width; x++) {
        uint32_t pixel = options.quantise ? quantised(pixels, x, y) : row[x];
        if (options.alpha)
            put_rgba(pixel, to + 4 * (size_t)x);
        else
            put_rgb(pixel, to + 3 * (size_t)x);
    }
}

static void write_rows(png_structp png, png_infop info, Pixels pixels, PngOptions options,
                       unsigned char *row)
{
    png_set_IHDR(png, info, (uint32_t)pixels.width, (uint32_t)pixels.height, 8,
                 options.alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, COMPRESSION_LEVEL);
    png_write_info(png, info);
    for (int y = 0; y < pixels.height; y++) {
        convert_row(pixels, options, y, row);
        png_write_row(png, row);
    }
    png_write_end(png, NULL);
}

bool png_write(Pixels pixels, PngOptions options, Text *ret_bytes, Text *ret_error)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, ret_error, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        text_append_string(ret_error, "PNG: the library does not start");
        png_destroy_write_struct(&png, NULL);
        return false;
    }
    size_t before = ret_bytes->length;
    unsigned char *row = memory_allocate((size_t)pixels.width * 4);
    png_set_write_fn(png, ret_bytes, append, flush_nothing);
    bool done = setjmp(png_jmpbuf(png)) == 0;
    if (done)
        write_rows(png, info, pixels, options, row);
    else
        ret_bytes->length = before;
    free(row);
    png_destroy_write_struct(&png, &info);
    return done;
}

static void take(png_structp png, png_bytep bytes, size_t length)
{
    Reader *reader = png_get_io_ptr(png);
    if (length > reader->bytes.length - reader->at)
        png_error(png, "the file ends early");
    memcpy(bytes, reader->bytes.bytes + reader->at, length);
    reader->at += length;
}

/* Reads the head of the file and asks for RGBA rows, whatever the file holds. */
static void read_head(png_structp png, png_infop info, Pixels *ret_pixels)
{
    png_read_info(png, info);
    uint32_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
    if (width > PIXELS_SIDE_LIMIT || height > PIXELS_SIDE_LIMIT)
        png_error(png, "the picture is too large");
    png_set_expand(png);
    png_set_strip_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
    (void)png_set_interlace_handling(png);
    png_read_update_info(png, info);
    *ret_pixels = (Pixels){NULL, (int)width, (int)height, width * sizeof(uint32_t)};
}

static uint32_t premultiplied(const unsigned char *from)
{
    uint32_t alpha = from[3], pixel = alpha << 24;
    for (int i = 0; i < 3; i++)
        pixel |= (from[i] * alpha + 127) / 255 << (16 - 8 * i);
    return pixel;
}

static void pack(Pixels pixels)
{
    unsigned char *bytes = (unsigned char *)pixels.data;
    for (size_t i = 0; i < (size_t)pixels.width * (size_t)pixels.height; i++)
        pixels.data[i] = premultiplied(bytes + 4 * i);
}

static void read_rows(png_structp png, Pixels pixels, png_bytep *rows)
{
    for (int y = 0; y < pixels.height; y++)
        rows[y] = (png_bytep)pixels.data + (size_t)y * pixels.stride;
    png_read_image(png, rows);
    png_read_end(png, NULL);
    pack(pixels);
}

/* What a failed reading must release; kept apart so that a long jump finds it as it was left.
 */
typedef struct Reading {
    Reader reader;
    Pixels pixels;
    png_bytep *rows;
} Reading;

bool png_read(Slice bytes, Pixels *ret_pixels, Text *ret_error)
{
    png_structp png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, ret_error, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        text_append_string(ret_error, "PNG: the library does not start");
        png_destroy_read_struct(&png, NULL, NULL);
        return false;
    }
    Reading *reading = memory_allocate(sizeof(Reading));
    reading->reader = (Reader){bytes, 0};
    png_set_read_fn(png, &reading->reader, take);
    bool done = setjmp(png_jmpbuf(png)) == 0;
    if (done) {
        read_head(png, info, &reading->pixels);
        size_t height = (size_t)reading->pixels.height;
        reading->pixels.data = memory_allocate(reading->pixels.stride * height);
        reading->rows = memory_allocate(height * sizeof(png_bytep));
        read_rows(png, reading->pixels, reading->rows);
        *ret_pixels = reading->pixels;
    } else {
        free(reading->pixels.data);
    }
    free(reading->rows);
    free(reading);
    png_destroy_read_struct(&png, &info, NULL);
    return done;
}
