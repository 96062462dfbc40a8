"""Querysets that are compiled once. Building one and compiling it costs more than its rows do."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import count

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models.base import ModelState
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query import ModelIterable, get_related_populators


class Prepared:
    """Called with values, it returns the rows of the queryset that `build` makes of them, as a list.

    The rows are instances, or tuples where the queryset asks for `values_list()`.

    `build` gets the values by name: keys, moments, words, None, or lists of these. It may choose by which of
    them are None and by how long a list is, and use them in conditions, but may not look at one: after the
    first call with values of the same shape it is not called again.
    """

    def __init__(self, build: Callable):
        self._build = build
        self._compiled: dict[tuple, _Compiled] = {}

    def __call__(self, **values) -> list:
        return self._compiled_for(values).rows(values)

    def sql_with_params(self, **values) -> tuple[str, list]:
        """The statement itself, to be a part of another."""
        compiled = self._compiled_for(values)
        return compiled.sql, compiled.params(values)

    def _compiled_for(self, values: dict) -> "_Compiled":
        shape = tuple(map(_shape, values.values()))
        compiled = self._compiled.get(shape)
        if compiled is None:
            compiled = self._compiled[shape] = _Compiled(self._build, values)
        return compiled


def filled_up(values: list, sizes: Iterable[int]) -> list:
    """The list with its last value repeated up to the next of the sizes, so that few shapes are met."""
    return values + values[-1:] * (filled_size(len(values), sizes) - len(values))


def filled_size(length: int, sizes: Iterable[int]) -> int:
    return next(size for size in sizes if length <= size)


def _shape(value):
    return tuple(map(_shape, value)) if isinstance(value, list) else type(value)


class _Compiled:
    def __init__(self, build: Callable, values: dict):
        numbers = count(1)
        stand_ins = {name: _stand_in(value, numbers) for name, value in values.items()}
        queryset = build(**stand_ins)
        compiler = queryset.query.get_compiler(connection=connection)
        try:
            self.sql, params = compiler.as_sql()
        except EmptyResultSet:
            self.sql = ""
            return
        place_of = {_adapted(value): place for place, value in enumerate(_flat(stand_ins.values()))}
        if unused := set(place_of) - set(params):
            raise TypeError(f"a prepared queryset takes values as they are, each in a condition: {unused}")
        self._params = [(place_of.get(param), param) for param in params]
        select, info = compiler.select, compiler.klass_info
        self._converters = compiler.get_converters([column[0] for column in select[: compiler.col_count]])
        self._convert = compiler.apply_converters
        if not issubclass(queryset._iterable_class, ModelIterable):
            self._row = tuple
            return
        self._row = self._instance
        self._model = info["model"]
        self._own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self._names = [column[0].target.attname for column in select[self._own]]
        self._is_plain = all(_keeps_as_read(self._model, name) for name in self._names)
        self._related = get_related_populators(info, select, connection.alias)
        self._annotations = list(compiler.annotation_col_map.items())

    def rows(self, values: dict) -> list:
        if not self.sql:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params(values))
            found = cursor.fetchall()
        if self._converters:
            found = self._convert(found, self._converters)
        return list(map(self._row, found))

    def params(self, values: dict) -> list:
        given = [_adapted(value) for value in _flat(values.values())]
        # PostgreSQL's parameters have types of their own.
        return [
            like if place is None else type(like)(given[place]) if isinstance(like, int) else given[place]
            for place, like in self._params
        ]

    def _instance(self, row):
        values = row[self._own]
        if self._is_plain:  # a tenth of what `from_db` takes, which goes through all columns of the model
            instance = self._model.__new__(self._model)
            vars(instance).update(zip(self._names, values, strict=True), _state=ModelState())
            instance._state.adding, instance._state.db = False, connection.alias
        else:
            instance = self._model.from_db(connection.alias, self._names, values)
        for related in self._related:
            related.populate(row, instance)
        for name, place in self._annotations:
            setattr(instance, name, row[place])
        return instance


def _keeps_as_read(model, name: str) -> bool:
    """Whether an instance keeps the column as the database gives it; what is not read is deferred."""
    descriptor = inspect.getattr_static(model, name)
    return isinstance(descriptor, ForeignKeyDeferredAttribute) or not hasattr(descriptor, "__set__")


def _flat(values: Iterable) -> Iterator:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        elif value is not None:
            yield value


def _stand_in(value, numbers: Iterator[int]):
    """A value of the same kind that no query has by itself."""
    if isinstance(value, list):
        return [_stand_in(one, numbers) for one in value]
    if isinstance(value, int):
        return -(10**12) - next(numbers)
    if isinstance(value, datetime):
        return datetime(1977, 1, 1, microsecond=next(numbers), tzinfo=UTC)
    return value and f"stand-in-{next(numbers)}-of-a-prepared-queryset"


def _adapted(value):
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
