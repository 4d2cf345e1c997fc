using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>
/// Descriptions of a few lines, each about one family of constraints, so that what is made of them can be read.
/// </summary>
internal static class SmallDescriptions
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["texts"] = """
            type: object
            required: [code]
            additionalProperties: false
            properties:
              code: {type: string, minLength: 2, maxLength: 5}
              one: {type: string, minLength: 1, maxLength: 1}
              title: {type: string, maxLength: 70}
              plate: {type: string, pattern: '^[A-Z]{2}-\d{2}$'}
              word: {type: string, pattern: '^[a-z]+$', minLength: 3, maxLength: 12}
              flag: {type: [string, 'null'], minLength: 1, default: up}
            """,
        ["enums"] = """
            type: object
            required: [size]
            properties:
              size: {type: string, enum: [small, extra-large, MIX_ED]}
              tongue: {enum: [en, de-AT]}
              rating: {type: integer, enum: [1, 2, 5]}
              either: {enum: [true]}
              mark: {enum: ['', x]}
              open: {enum: [yes and no, null, 3]}
              fixed: {const: on-call}
            """,
        ["dates"] = """
            type: object
            required: [dateOfBirth, at]
            properties: {dateOfBirth: {type: string, format: date}, at: {type: string, format: date-time}}
            """,
        ["formats"] = """
            type: object
            required: [a, b]
            properties:
              a: {type: string, format: uuid}
              b: {type: string, format: uri}
              c: {type: string, format: email}
              d: {type: string, format: hostname}
              e: {type: string, format: ipv4}
              f: {type: string, format: ipv6}
              g: {type: string, format: time}
              h: {type: string, format: duration}
              i: {type: string, format: json-pointer}
              j: {type: string, format: relative-json-pointer}
              k: {type: string, format: regex}
              l: {type: string, format: byte}
              m: {type: string, format: uri-template}
              n: {type: string, format: idn-email}
              o: {type: string, format: iri-reference}
              p: {type: string, format: of-our-own}
            """,
        ["names"] = """
            type: object
            required: [userLabel]
            properties:
              userLabel: {type: string}
              phoneNumber: {type: string}
              email: {type: string}
              webhook: {type: string}
              birthday: {type: string}
              firstName: {type: string}
              surname: {type: string}
              name: {type: string, maxLength: 9}
              city: {type: string}
              id: {type: string, minLength: 20}
              remark: {type: string}
              language: {enum: [de-DE, ja-JP, sv, xx]}
              deleteData: {type: boolean}
            """,
        ["numbers"] = """
            type: object
            required: [whole]
            properties:
              whole: {type: integer}
              bounded: {type: integer, minimum: 3, maximum: 7}
              within: {type: integer, exclusiveMinimum: 0, exclusiveMaximum: 4}
              even: {type: integer, minimum: 1, multipleOf: 2}
              fraction: {type: number}
              cents: {type: number, minimum: 0, maximum: 2, multipleOf: 0.01}
              below: {type: number, maximum: -2.5, exclusiveMaximum: -1}
              open: {type: number, exclusiveMinimum: 1, exclusiveMaximum: 2}
              tight: {type: integer, minimum: 5, maximum: 5, multipleOf: 5}
              perhaps: {type: [integer, 'null'], minimum: 0.5, multipleOf: 0.5}
              yes: {type: boolean}
            """,
        ["arrays"] = """
            type: object
            required: [few]
            properties:
              few: {type: array, minItems: 2, maxItems: 4, items: {type: string, maxLength: 12}}
              sole: {type: array, minItems: 1, maxItems: 1, items: {type: integer, minimum: 1, maximum: 3}}
              tags: {type: array, uniqueItems: true, minItems: 1, maxItems: 5, items: {enum: [a, b, c, d, e, f, g]}}
              nested: {type: array, items: {type: array, items: {type: boolean}}}
              people: {type: array, maxItems: 3, items: {type: object, required: [age],
                properties: {age: {type: integer, maximum: 9}}}}
              any: {type: array}
            """,
        ["objects"] = """
            type: object
            required: [shut]
            properties:
              shut: {type: object, additionalProperties: false, required: [a], properties: {a: {type: boolean},
                B: {type: boolean}}}
              counted: {type: object, minProperties: 2, maxProperties: 3, additionalProperties: {type: integer,
                minimum: 0}}
              least: {type: object, minProperties: 2, additionalProperties: false, required: [a],
                properties: {a: {type: boolean}, b: {type: boolean}}}
              most: {type: object, maxProperties: 1, properties: {a: {type: boolean}, b: {type: boolean}}}
              named: {type: object, required: [later]}
              open: {type: object}
              full: {type: object, minProperties: 3}
              anything: {}
              'a/b~c': {type: boolean}
            """,
        ["choices"] = """
            type: object
            required: [tool]
            properties:
              tool:
                oneOf:
                  - {type: object, additionalProperties: false, required: [teeth], properties: {teeth: {type: integer,
                    minimum: 2}}}
                  - {type: object, additionalProperties: false, required: [size], properties: {size: {type: number},
                    note: {type: string}}}
              contact: {anyOf: [{type: string, format: email}, {type: 'null'}]}
              colour: {type: string, not: {enum: [none, transparent]}}
              steps: {type: array, minItems: 1, items: {oneOf: [{type: integer, maximum: 9}, {type: boolean}]}}
            """,
        ["recursive"] = """
            type: object
            required: [name]
            properties:
              name: {type: string, maxLength: 20}
              child: {$ref: '#/components/schemas/Subject'}
              children: {type: array, items: {$ref: '#/components/schemas/Subject'}}
            """,
        ["bare"] = "{type: string, maxLength: 8}",
    };

    public static IEnumerable<string> Names => [.. Bodies.Keys, "around"];

    public static ApiDescription Read(string name) => Described.Read(name == "around" ? Around : Posting(Bodies[name]));

    /// <summary>A description with one operation, whose body is to fit a schema.</summary>
    public static string Posting(string schema) =>
        """
            openapi: 3.1.0
            info: {title: Small, version: '1'}
            paths:
              /things:
                post:
                  requestBody: {required: true,
                    content: {application/json: {schema: {$ref: '#/components/schemas/Subject'}}}}
                  responses: {'200': {description: ok}, '422': {description: no}}
            components:
              schemas:
                Subject:
            """
        + "\n"
        + string.Join('\n', schema.Split('\n').Select(l => "      " + l))
        + "\n";

    private const string Around = """
        openapi: 3.1.0
        info: {title: Around, version: '1'}
        paths:
          /a/{id}/things.json:
            get:
              security: [{key: []}]
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 99}}
                - {name: state, in: query, required: true, schema: {enum: [open, in use]}}
                - {name: tags, in: query, schema: {type: array, maxItems: 3, items: {type: string, minLength: 1}}}
                - {name: X-Trace, in: header, schema: {type: string, format: uuid}}
                - {name: phoneNumber, in: query, schema: {type: string}}
                - {name: deep, in: query, schema: {type: object}}
              responses: {'200': {description: ok}, '4XX': {description: no}}
            delete:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: gone}, default: {description: no}}
          /a/{id}:
            put:
              security: [{key: []}]
              parameters:
                - {name: id, in: path, required: true, schema: {type: boolean}}
                - {name: x-key, in: header, required: true, schema: {type: string}}
              requestBody:
                content:
                  application/merge+json:
                    schema: {type: object, required: [note, on], properties: {note: {type: string, maxLength: 9},
                      phone: {type: integer}, on: {type: boolean}}}
                    example: {note: hello, on: true}
              responses: {'200': {description: ok}, '400': {description: no}}
        components: {securitySchemes: {key: {type: apiKey, in: header, name: x-key}}}
        """;
}
