"""Examples for the questions that need a judgement."""

from __future__ import annotations

from model.request import Request

BROKEN: dict[str, Request] = {}
SOUND: dict[str, Request] = {}
