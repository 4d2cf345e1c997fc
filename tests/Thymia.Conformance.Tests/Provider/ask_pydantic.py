"""Prints pydantic.jsonl anew: what pydantic 2.13, and the v1 that it ships, make of the bodies in it.

The statuses are FastAPI's for each outcome: 422 for a validation error, 500 for an answer that cannot be written.
To add a body, add a line with any outcome, and put what is printed in place of the file.
"""
import datetime
import enum
import json
import pathlib
from typing import Any, Dict, Optional

import pydantic
import pydantic.v1 as one

SEXES = "MALE FEMALE INTERSEX UNKNOWN".split()
LANGUAGES = "en en-AU en-GB en-IE en-IN en-US en-ZA es-ES es-US id-ID ja-JP".split()
BirthSex = enum.Enum("BirthSex", {name: name for name in SEXES}, type=str)
LanguageCode = enum.Enum("LanguageCode", {name.replace("-", "_"): name for name in LANGUAGES}, type=str)


class Webhook1(one.AnyHttpUrl):
    max_length = 2083


def models(base, url):
    class User(base):
        userLabel: str
        dateOfBirth: datetime.date
        birthSex: BirthSex

    class Call(base):
        phoneNumber: Optional[str] = None
        user: User
        language: LanguageCode
        agent: Dict[str, Any]
        webhookUrl: Optional[url] = None
        metadata: Optional[Dict[str, Any]] = None
        deleteData: Optional[bool] = False

    return Call


Call1 = models(one.BaseModel, Webhook1)
Call2 = pydantic.TypeAdapter(models(pydantic.BaseModel, pydantic.AnyHttpUrl))
Agent2 = pydantic.TypeAdapter(Dict[str, Any])
Label2 = pydantic.TypeAdapter(str)


def problems(errors):
    return " ".join(".".join(("body", *map(str, e["loc"]))) + ":" + e["type"] for e in errors)


def outcome1(body):
    if body is None:
        return [422, "body:value_error.missing"]
    try:
        call = Call1(**(body if isinstance(body, dict) else dict(body)))
    except one.ValidationError as wrong:
        return [422, problems(wrong.errors())]
    except (TypeError, ValueError):
        return [422, "body:type_error.dict"]
    try:
        json.dumps([call.user.userLabel, call.agent], ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        return [500, ""]
    return [200, json.dumps(call.user.userLabel) + " " + json.dumps(call.agent)]


def outcome2(body):
    if body is None:
        return [422, "body:missing"]
    try:
        call = Call2.validate_python(body, from_attributes=True)
    except pydantic.ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        try:
            json.dumps(errors, ensure_ascii=False, allow_nan=False).encode()
        except ValueError:
            return [500, ""]
        return [422, problems(errors)]
    try:
        label, agent = Label2.dump_json(call.user.userLabel), Agent2.dump_json(call.agent)
    except ValueError:
        return [500, ""]
    return [200, json.dumps(json.loads(label)) + " " + json.dumps(json.loads(agent))]


def row(name, body):
    return {"name": name, "body": json.dumps(body), "v1": outcome1(body), "v2": outcome2(body)}


if __name__ == "__main__":
    for line in pathlib.Path(__file__).with_name("pydantic.jsonl").read_text().splitlines():
        known = json.loads(line)
        print(json.dumps(row(known["name"], json.loads(known["body"]))))
