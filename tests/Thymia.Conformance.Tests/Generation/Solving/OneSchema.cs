using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Solving;

/// <summary>A description with one operation, whose body has one schema.</summary>
internal static class OneSchema
{
    public static (CaseGenerator Generator, CaseGuard Guard) Of(string schema)
    {
        var (generators, guard) = Fixtures.Load(Around(schema));
        return (generators[0], guard);
    }

    public static ApiDescription Around(string schema) =>
        Described.Read(
            """
            {"openapi":"3.1.0","info":{"title":"Tests","version":"1"},
              "paths":{"/s":{"post":{"requestBody":{"required":true,
            "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Subject"}}}},
            "responses":{"200":{"description":"ok"},"400":{"description":"bad"}}}}},
            "components":{"schemas":{"Subject":
            """
                + schema
                + "}}}"
        );
}
