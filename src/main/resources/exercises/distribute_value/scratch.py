distribute_value(6, (2, 3))
