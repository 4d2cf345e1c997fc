using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// The choices that <c>dependentRequired</c> and <c>dependentSchemas</c> leave: one for each property.
/// </summary>
internal static class Dependencies
{
    public static IEnumerable<IEnumerable<Option>> Of(SchemaPart part, string keyword)
    {
        foreach (var (name, value) in part.Json.GetProperty(keyword).EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            var absent = Option.Of(new Literal(part, Literal.Presence, false, name));
            yield return keyword == "dependentSchemas"
                ? [absent, Option.Of(new Demand(part.Child(keyword, name), true))]
                :
                [
                    absent,
                    Option.Of([
                        .. value
                            .EnumerateArray()
                            .Select(other => new Literal(part, Literal.Presence, true, other.GetString()!)),
                    ]),
                ];
        }
    }

    /// <summary>The ways to break them.</summary>
    public static IEnumerable<Option> Broken(SchemaPart part, string keyword) =>
        from member in part.Json.GetProperty(keyword).EnumerateObject()
        let present = new Literal(part, Literal.Presence, true, member.Name)
        from option in keyword == "dependentSchemas"
            ? [new Option([new Demand(part.Child(keyword, member.Name), false)], [present])]
            : member
                .Value.EnumerateArray()
                .Select(other => Option.Of(present, new Literal(part, Literal.Presence, false, other.GetString()!)))
        select option;
}
