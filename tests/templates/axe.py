"""axe-core as tests run it in a page: WCAG 2.2 A and AA, best practice, and the contrast of AAA."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

MODULES: Final = Path(__file__).parent.parent.parent / ".ci" / "node_modules"
AXE: Final = MODULES / "axe-core" / "axe.min.js"
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK: Final = f"""axe.run(document, {{
  runOnly: {TAGS}, rules: {{ "color-contrast-enhanced": {{ enabled: true }} }}, resultTypes: ["violations"],
}}).then(found => found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 150))))"""
needs_axe = pytest.mark.skipif(
    not AXE.exists(), reason="axe-core is not installed (npm install --prefix .ci)"
)
