"""Checks that run over every operation; none of them names one."""
