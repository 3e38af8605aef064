"""The commands of `sapi`: one module each, holding one public function of the module's name.

Its signature gives the options, its docstring the help. A module imports little at the top and the rest
inside the function, because `sapi --help` imports every module of this package.
"""
