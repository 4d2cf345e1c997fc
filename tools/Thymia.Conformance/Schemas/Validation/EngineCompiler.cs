using System.Collections.Immutable;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation.Assertions;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Makes a schema, and all that it leads to, ready to be judged by.</summary>
internal sealed class EngineCompiler(SchemaReader reader, ApiDescription description)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private readonly Dictionary<string, SchemaRules> _compiled = new(StringComparer.Ordinal);
    private readonly List<(string Name, Dictionary<SchemaResource, SchemaRules> Targets)> _dynamic = [];

    /// <summary>All that were made.</summary>
    public IReadOnlyCollection<SchemaRules> Rules => _compiled.Values;

    /// <exception cref="UnusableInputException">A schema on the way states what cannot be judged.</exception>
    public SchemaRules Compile(string pointer)
    {
        var root = Compile(reader.At(pointer), None);
        while (_dynamic.Exists(FindTargets))
        {
            // Each target may lead to further resources, which may have further targets.
        }

        if (InPlaceCycle.Find(Rules) is { Part: var part })
        {
            throw new UnusableInputException(
                "schema-endless",
                $"the schema {SchemaNames.Of(part.Pointer)} includes itself, so that no value could ever be judged",
                description.PlaceOf(part.Pointer),
                "let it refer to itself only from within properties, items or additionalProperties"
            );
        }

        return root;
    }

    private SchemaRules Compile(SchemaPart stated) => Compile(stated, None);

    /// <param name="oneWay">Properties that a schema around this one, of the same value, does
    /// not want in this direction.</param>
    private SchemaRules Compile(SchemaPart stated, IReadOnlySet<string> oneWay)
    {
        var part = Follow(stated);
        var key =
            oneWay.Count == 0
                ? part.Pointer
                : $"{part.Pointer} {string.Join(' ', oneWay.Order(StringComparer.Ordinal))}";
        if (_compiled.TryGetValue(key, out var known))
        {
            return known;
        }

        reader.Demand(part);
        var passedOver = reader.PassedOver(part);
        var notRequired = passedOver is null ? Union(oneWay, reader.OneWay.Of(part)) : None;
        var rules = new SchemaRules(
            part with
            {
                IsOpen = passedOver is not null,
            },
            reader.Resources.Of(part.Pointer),
            notRequired
        )
        {
            PassedOver = passedOver,
        };
        _compiled[key] = rules;
        if (passedOver is null)
        {
            rules.InPlace = InPlace(part, notRequired);
            rules.Properties = Properties(part);
            rules.Items = Items(part);
            rules.UnevaluatedProperties = Child(part, "unevaluatedProperties");
            rules.UnevaluatedItems = Child(part, "unevaluatedItems");
        }

        return rules;
    }

    // A reference that stands alone is what it leads to; one that leads back to itself is left to be found as endless.
    private SchemaPart Follow(SchemaPart stated)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { stated.Pointer };
        var part = stated;
        while (
            part.Has("$ref")
            && !reader.Resources.UsesDynamicAnchors
            && reader.PassedOver(part) is null
            && part.Stated().All(p => p.Name == "$ref" || !Keywords.Judged.Contains(p.Name))
        )
        {
            reader.Demand(part);
            part = reader.Target(part);
            if (!seen.Add(part.Pointer))
            {
                return stated;
            }
        }

        return part;
    }

    private InPlaceRules? InPlace(SchemaPart part, IReadOnlySet<string> oneWay)
    {
        SchemaRules? One(string keyword) => part.Has(keyword) ? Compile(part.Child(keyword), oneWay) : null;
        IEnumerable<SchemaRules> Some(string keyword) =>
            part.Branches(keyword).Select((b, i) => Branch(Compile(b, oneWay), reader.Discriminated(part, keyword, i)));
        var rules = new InPlaceRules
        {
            Reference = part.Has("$ref") ? Compile(reader.Target(part), oneWay) : null,
            Dynamic = part.Has("$dynamicRef") ? Dynamic(part) : null,
            AllOf = [.. Some("allOf")],
            AnyOf = [.. Some("anyOf")],
            OneOf = [.. Some("oneOf")],
            Not = One("not"),
            If = part.Has("then") || part.Has("else") || part.Has("if") ? One("if") : null,
            Then = part.Has("if") ? One("then") : null,
            Else = part.Has("if") ? One("else") : null,
            Dependent =
            [
                .. part.Names("dependentSchemas")
                    .Select(n => (new NameRule(n), Compile(part.Child("dependentSchemas", n), oneWay))),
            ],
            NonNull = reader.NonNullBranch(part) is { } choice ? Compile(choice.Branch, oneWay) : null,
            Discriminator = Discriminator.Of(reader, part, "oneOf") ?? Discriminator.Of(reader, part, "anyOf"),
        };
        return rules.Dynamic is null && !rules.All.Any() ? null : rules;
    }

    // What a discriminator demands of a branch holds beside the branch.
    private SchemaRules Branch(SchemaRules branch, SchemaPart? demanded)
    {
        if (demanded is not { IsPreferred: false } demand)
        {
            return branch;
        }

        var rules = Compile(demand);
        rules.InPlace = new InPlaceRules { AllOf = [branch] };
        return rules;
    }

    private DynamicReference Dynamic(SchemaPart part)
    {
        var targets = new Dictionary<SchemaResource, SchemaRules>();
        if (reader.Resources.DynamicAnchorOf(part.Pointer, part.Text("$dynamicRef")!) is { } name)
        {
            _dynamic.Add((name, targets));
        }

        return new DynamicReference(Compile(reader.Target(part, "$dynamicRef")), targets);
    }

    // Only resources that can be on the way to a reference matter.
    private bool FindTargets((string Name, Dictionary<SchemaResource, SchemaRules> Targets) reference)
    {
        var found = Rules
            .Select(r => r.Resource)
            .Distinct()
            .Where(r => r.DynamicAnchors.ContainsKey(reference.Name) && !reference.Targets.ContainsKey(r))
            .ToList();
        foreach (var resource in found)
        {
            reference.Targets[resource] = Compile(reader.At(resource.DynamicAnchors[reference.Name]));
        }

        return found.Count > 0;
    }

    private PropertyRules? Properties(SchemaPart part)
    {
        string[] about =
        [
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "dependentRequired",
        ];
        return !about.Any(part.Has)
            ? null
            : new PropertyRules
            {
                Known = part.Names("properties").ToHashSet(StringComparer.Ordinal),
                Named =
                [
                    .. part.Names("properties").Select(n => (new NameRule(n), Compile(part.Child("properties", n)))),
                ],
                ByPattern =
                [
                    .. part.Names("patternProperties").Select(p => (p, Compile(part.Child("patternProperties", p)))),
                ],

                // Whether there may be any at all is a rule of its own.
                Others =
                    part.Has("additionalProperties") && !part.Child("additionalProperties").IsFalse
                        ? Child(part, "additionalProperties")
                        : null,
                Names = Child(part, "propertyNames"),
                Dependent =
                [
                    .. part.Names("dependentRequired")
                        .Select(n =>
                            (
                                new NameRule(n),
                                part.Json.GetProperty("dependentRequired")
                                    .GetProperty(n)
                                    .EnumerateArray()
                                    .Select(r => new NameRule(r.GetString()!))
                                    .ToImmutableArray()
                            )
                        ),
                ],
            };
    }

    private ItemRules? Items(SchemaPart part)
    {
        string[] about = ["items", "prefixItems", "contains"];
        return !about.Any(part.Has)
            ? null
            : new ItemRules
            {
                First = [.. part.Branches("prefixItems").Select(Compile)],
                Rest = Child(part, "items"),
                Contains = Child(part, "contains"),
                MinContains = part.Has("minContains") ? CollectionRules.Bound(part.Json.GetProperty("minContains")) : 1,
                MaxContains = part.Has("maxContains")
                    ? CollectionRules.Bound(part.Json.GetProperty("maxContains"))
                    : int.MaxValue,
            };
    }

    private SchemaRules? Child(SchemaPart part, string keyword) =>
        part.Has(keyword) ? Compile(part.Child(keyword)) : null;

    private static IReadOnlySet<string> Union(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        other.Count == 0 ? one
        : one.Count == 0 ? other
        : one.Concat(other).ToHashSet(StringComparer.Ordinal);
}
