"""Fields, editors, cards and colours that know one place of a request at most. Read ``fields.FieldRow`` first."""
