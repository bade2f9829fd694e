text = """
#: no note
#= count(nothing) == 1
"""
#= count(text) >= 1
#=== a ruler
other = (1,
# an ordinary comment
         2)  #= count(text) == 77
