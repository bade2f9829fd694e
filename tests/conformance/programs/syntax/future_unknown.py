from __future__ import division, time_travel
