using System.Text.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>
/// The schema of schemas of JSON Schema 2020-12, for payloads that are schemas themselves: a reference to it leads
/// here, since nothing is ever fetched.
/// </summary>
internal static class Metaschema
{
    private const string Uri = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>What the document says, in fewer words: its vocabularies are one here.</summary>
    private const string Text = """
        {
          "$dynamicAnchor": "meta",
          "type": ["object", "boolean"],
          "properties": {
            "$id": {"type": "string", "pattern": "^[^#]*#?$"},
            "$schema": {"type": "string"}, "$ref": {"type": "string"}, "$dynamicRef": {"type": "string"},
            "$anchor": {"$ref": "#/$defs/anchor"}, "$dynamicAnchor": {"$ref": "#/$defs/anchor"},
            "$vocabulary": {"type": "object", "additionalProperties": {"type": "boolean"}},
            "$comment": {"type": "string"}, "$defs": {"$ref": "#/$defs/schemas"},
            "definitions": {"$ref": "#/$defs/schemas"},
            "prefixItems": {"$ref": "#/$defs/list"}, "items": {"$dynamicRef": "#meta"},
            "contains": {"$dynamicRef": "#meta"}, "additionalProperties": {"$dynamicRef": "#meta"},
            "properties": {"$ref": "#/$defs/schemas"}, "patternProperties": {"$ref": "#/$defs/schemas"},
            "dependentSchemas": {"$ref": "#/$defs/schemas"}, "propertyNames": {"$dynamicRef": "#meta"},
            "if": {"$dynamicRef": "#meta"}, "then": {"$dynamicRef": "#meta"}, "else": {"$dynamicRef": "#meta"},
            "allOf": {"$ref": "#/$defs/list"}, "anyOf": {"$ref": "#/$defs/list"}, "oneOf": {"$ref": "#/$defs/list"},
            "not": {"$dynamicRef": "#meta"}, "unevaluatedItems": {"$dynamicRef": "#meta"},
            "unevaluatedProperties": {"$dynamicRef": "#meta"},
            "type": {"anyOf": [{"$ref": "#/$defs/type"},
              {"type": "array", "items": {"$ref": "#/$defs/type"}, "minItems": 1, "uniqueItems": true}]},
            "enum": {"type": "array"},
            "multipleOf": {"type": "number", "exclusiveMinimum": 0}, "maximum": {"type": "number"},
            "exclusiveMaximum": {"type": "number"}, "minimum": {"type": "number"},
            "exclusiveMinimum": {"type": "number"},
            "maxLength": {"$ref": "#/$defs/count"}, "minLength": {"$ref": "#/$defs/count"},
            "pattern": {"type": "string"},
            "maxItems": {"$ref": "#/$defs/count"}, "minItems": {"$ref": "#/$defs/count"},
            "uniqueItems": {"type": "boolean"},
            "maxContains": {"$ref": "#/$defs/count"}, "minContains": {"$ref": "#/$defs/count"},
            "maxProperties": {"$ref": "#/$defs/count"}, "minProperties": {"$ref": "#/$defs/count"},
            "required": {"$ref": "#/$defs/names"},
            "dependentRequired": {"type": "object", "additionalProperties": {"$ref": "#/$defs/names"}},
            "title": {"type": "string"}, "description": {"type": "string"}, "deprecated": {"type": "boolean"},
            "readOnly": {"type": "boolean"}, "writeOnly": {"type": "boolean"}, "examples": {"type": "array"},
            "format": {"type": "string"}, "contentEncoding": {"type": "string"},
            "contentMediaType": {"type": "string"}, "contentSchema": {"$dynamicRef": "#meta"}
          },
          "$defs": {
            "anchor": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
            "count": {"type": "integer", "minimum": 0},
            "list": {"type": "array", "minItems": 1, "items": {"$dynamicRef": "#meta"}},
            "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
            "schemas": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}},
            "type": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
          }
        }
        """;

    public static KeyValuePair<string, JsonElement> Document { get; } = new(Uri, JsonElement.Parse(Text));
}
