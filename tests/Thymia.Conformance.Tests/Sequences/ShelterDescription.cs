namespace Thymia.Conformance.Tests.Sequences;

/// <summary>The description of <see cref="Shelter"/>: things with UUIDs, and things with numbers below them.</summary>
internal static class ShelterDescription
{
    public const string Text = """
        openapi: 3.1.0
        info: {title: Shelter, version: '1'}
        security: [{token: []}]
        paths:
          /owners:
            get:
              parameters:
                - {name: page, in: query, schema: {type: integer, minimum: 1, maximum: 1000}}
                - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 20}}
              responses:
                '200':
                  description: a page
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [items, page]
                        properties:
                          items: {type: array, items: {$ref: '#/components/schemas/Owner'}}
                          page: {type: integer}
                '401': {$ref: '#/components/responses/Refused'}
                '422': {$ref: '#/components/responses/Refused'}
            post:
              requestBody: {$ref: '#/components/requestBodies/Owner'}
              responses:
                '201':
                  description: created
                  content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}
                '401': {$ref: '#/components/responses/Refused'}
                '422': {$ref: '#/components/responses/Refused'}
          /owners/{ownerId}:
            parameters: [{$ref: '#/components/parameters/ownerId'}]
            get: {responses: {'200': {$ref: '#/components/responses/Owner'},
              '401': {$ref: '#/components/responses/Refused'}, '404': {$ref: '#/components/responses/Refused'},
              '422': {$ref: '#/components/responses/Refused'}}}
            put:
              requestBody: {$ref: '#/components/requestBodies/Owner'}
              responses: {'200': {$ref: '#/components/responses/Owner'},
                '401': {$ref: '#/components/responses/Refused'}, '404': {$ref: '#/components/responses/Refused'},
                '422': {$ref: '#/components/responses/Refused'}}
            patch:
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/OwnerPatch'}}}
              responses: {'200': {$ref: '#/components/responses/Owner'},
                '401': {$ref: '#/components/responses/Refused'}, '404': {$ref: '#/components/responses/Refused'},
                '422': {$ref: '#/components/responses/Refused'}}
            delete: {responses: {'204': {description: gone}, '401': {$ref: '#/components/responses/Refused'},
              '404': {$ref: '#/components/responses/Refused'}, '422': {$ref: '#/components/responses/Refused'}}}
          /owners/{id}/pets:
            parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
            get:
              parameters:
                - {name: offset, in: query, schema: {type: integer, minimum: 0, maximum: 100000}}
              responses:
                '200':
                  description: some
                  content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
                '401': {$ref: '#/components/responses/Refused'}
                '404': {$ref: '#/components/responses/Refused'}
                '422': {$ref: '#/components/responses/Refused'}
            post:
              requestBody: {$ref: '#/components/requestBodies/Pet'}
              responses:
                '201':
                  description: created
                  headers: {Location: {schema: {type: string}}}
                '401': {$ref: '#/components/responses/Refused'}
                '404': {$ref: '#/components/responses/Refused'}
                '422': {$ref: '#/components/responses/Refused'}
          /owners/{ownerId}/pets/{petId}:
            parameters:
              - {$ref: '#/components/parameters/ownerId'}
              - {name: petId, in: path, required: true, schema: {type: integer, minimum: 1}}
            get: {responses: {'200': {$ref: '#/components/responses/Pet'},
              '401': {$ref: '#/components/responses/Refused'}, '404': {$ref: '#/components/responses/Refused'},
              '422': {$ref: '#/components/responses/Refused'}}}
            put:
              requestBody: {$ref: '#/components/requestBodies/Pet'}
              responses: {'200': {$ref: '#/components/responses/Pet'}, '401': {$ref: '#/components/responses/Refused'},
                '404': {$ref: '#/components/responses/Refused'}, '422': {$ref: '#/components/responses/Refused'}}
            delete: {responses: {'204': {description: gone}, '401': {$ref: '#/components/responses/Refused'},
              '404': {$ref: '#/components/responses/Refused'}, '422': {$ref: '#/components/responses/Refused'}}}
        components:
          securitySchemes: {token: {type: http, scheme: bearer}}
          parameters:
            ownerId: {name: ownerId, in: path, required: true, schema: {type: string, format: uuid}}
          requestBodies:
            Owner: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOwner'}}}}
            Pet: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
          responses:
            Refused: {description: refused, content: {application/json: {schema: {type: object, required: [error],
              properties: {error: {type: string}}}}}}
            Owner: {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
            Pet: {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          schemas:
            NewOwner:
              type: object
              additionalProperties: false
              required: [name, age]
              properties:
                name: {type: string, minLength: 1, maxLength: 40}
                age: {type: integer, minimum: 0, maximum: 150}
                tags: {type: array, maxItems: 4, items: {type: string, maxLength: 10}}
                active: {type: boolean}
            OwnerPatch:
              type: object
              additionalProperties: false
              properties:
                name: {type: string, minLength: 1, maxLength: 40}
                age: {type: integer, minimum: 0, maximum: 150}
            Owner:
              type: object
              required: [id, name, age]
              properties:
                id: {type: string, format: uuid}
                name: {type: string}
                age: {type: integer}
                tags: {type: array, items: {type: string}}
                active: {type: boolean}
                createdAt: {type: string, format: date-time}
            NewPet:
              type: object
              additionalProperties: false
              required: [name]
              properties:
                name: {type: string, minLength: 1, maxLength: 30}
                kind: {type: string, enum: [cat, dog, bird]}
            Pet:
              type: object
              required: [id, name]
              properties:
                id: {type: integer}
                name: {type: string}
                kind: {type: string, enum: [cat, dog, bird]}
        """;
}
