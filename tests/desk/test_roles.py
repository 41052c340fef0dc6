"""The roles of PostgreSQL: the server itself holds what each may do, whatever program speaks to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert

from model.register.closing import close_stage
from model.register.deciding import decide
from model.register.opening import RegisterError, open_register
from model.register.roles import install_roles
from model.register.tables import members
from model.standard.standard import Standard
from tests.desk import prefecture
from tests.desk.database import login, new_database
from tests.desk.test_collecting import gather, one
from tests.desk.test_deciding import granting, listed

CLOSING = (prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE)


def test_each_role_does_its_own(server: str, tmp_path: Path, in_force: Standard) -> None:
    """Officers take in and decide, approvers close, readers read, and a section sees its own, decided when the stage is closed."""
    address = new_database(server)
    for request in (prefecture.request(1), prefecture.request(2)):
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        install_roles(register)
        install_roles(register)
        people = {
            role: login(server, address, f"yosancho_{role}")
            for role in ("officer", "approver", "reader", "section")
        }
    with open_register(people["officer"], actor="査定係") as register:
        assert [outcome.kind for outcome in gather(register, tmp_path / "in", in_force)] == ["new", "new"]
        rows = listed(register)
        decide(register, [granting(row, 10) for row in rows])
        with pytest.raises(RegisterError, match="権限がありません"):
            close_stage(register, *CLOSING)
        assert one(register, "SELECT COUNT(*) FROM acts WHERE login = session_user") == 4
    with open_register(people["reader"]) as register:
        assert len(listed(register)) == 2
        with pytest.raises(RegisterError, match="権限がありません"):
            decide(register, [granting(listed(register)[0], 20)])
    with open_register(address) as register, register.writing() as connection:
        name = people["section"].split("://")[1].split("@")[0]
        connection.execute(insert(members).values(login=name, section=rows[0].section))
    with open_register(people["section"]) as register:
        (own,) = listed(register)
        assert (own.name, own.assessed) == (rows[0].name, None)
        assert one(register, "SELECT COUNT(*) FROM contents") == 1
        assert one(register, "SELECT COUNT(*) FROM decided") == 0
        with pytest.raises(RegisterError, match="権限がありません"):
            one(register, "SELECT COUNT(*) FROM acts")
    with open_register(people["approver"], actor="課長") as register:
        assert close_stage(register, *CLOSING) == 2
    with open_register(people["section"]) as register:
        assert [row.assessed for row in listed(register)] == [10]


def test_a_file_knows_no_roles(tmp_path: Path) -> None:
    """A register in a file says that it has none."""
    with (
        open_register(str(tmp_path / "r.db"), makes=True) as register,
        pytest.raises(RegisterError, match="役割はありません"),
    ):
        install_roles(register)
