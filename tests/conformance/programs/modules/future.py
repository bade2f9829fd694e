# The module behind `from __future__ import`.
from __future__ import print_function, division, absolute_import
from __future__ import unicode_literals, generator_stop, with_statement
import __future__
print(__future__.division, division.getMandatoryRelease(), __future__.all_feature_names, __future__.generators, print_function)
if hasattr(__future__, 'annotations'): print(__future__.annotations)
