"""What is printed is read as what was printed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.basis import Basis, Item, Name, Number, Statement, Surroundings, Term, evaluate, parse, print_basis
from model.basis.reading import LONGEST
from tests.model.basis.strategies import bases
