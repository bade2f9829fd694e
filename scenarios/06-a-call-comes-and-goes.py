#: A call comes and goes
#: A call puts a frame with its own names on the stack. When the call is over the frame goes, and with it every reference that its names held.

def func():
    #: This name lives in the frame of func, not in the module.
    a = 20
    #: A new, empty list. Only the frame's name b leads to it.
    b = []
    #@ label "list" b
    #= count(b) == 1
    #: There is one empty string in all of Python; c leads to that one.
    c = ""
    #? deaths The frame goes. Which of the three objects dies with it?
    return a


#: The names a, b and c appear with the frame.
func()
#= not alive("list")

#: The second call starts afresh. It makes a new frame and a new list; the first one's are long gone.
result = func()
#= not alive("list")

#: The 20 was handed back before the frame went, so the name result leads to it.
print(result)
#= prints '20'
