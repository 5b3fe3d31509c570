"""The findings pane too: what the rules are changed for."""

from tests.ui.findings.conftest import findings as findings
