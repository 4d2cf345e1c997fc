using System.Collections.Immutable;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// The ways to fit several schemas at once: each a list of keywords that all must hold or not hold, every choice
/// (<c>anyOf</c>, <c>oneOf</c>, <c>if</c>, <c>not</c> …) made. Ways that contradict themselves are left out.
/// </summary>
/// <param name="rotation">Which branch of a choice comes first.</param>
/// <param name="isStrict">Whether the other branches of <c>oneOf</c> are demanded to fail;
/// else whoever asks looks to it.</param>
internal sealed class Alternatives(SchemaReader reader, int rotation, bool isStrict)
{
    private HashSet<string> _oneWay = [];

    /// <summary>Why the first way that was left out contradicts itself.</summary>
    public (string Reason, string Pointer)? Contradiction { get; private set; }

    public IEnumerable<ImmutableList<Literal>> Of(IReadOnlyList<Demand> demands)
    {
        // What goes the other way is not required here, whichever of the schemas asks for it.
        _oneWay = [.. demands.SelectMany(d => reader.OneWay.Of(d.Part))];
        return Expand(
            new Branch(
                ImmutableStack.CreateRange(demands.Reverse()),
                [],
                [],
                ImmutableHashSet<string>.Empty,
                JsonTypes.Any
            )
        );
    }

    private IEnumerable<ImmutableList<Literal>> Expand(Branch start)
    {
        var branch = start;
        while (!branch.Todo.IsEmpty)
        {
            if (Take(branch) is not { } next)
            {
                yield break;
            }

            branch = next;
        }

        if (branch.Choices.IsEmpty)
        {
            yield return branch.Literals;
            yield break;
        }

        var rest = branch with { Choices = branch.Choices.Pop(out var options) };
        for (var i = 0; i < options.Count; i++)
        {
            var option = options[(i + rotation) % options.Count];
            if (Chosen(rest, option) is { } chosen)
            {
                foreach (var way in Expand(chosen))
                {
                    yield return way;
                }
            }
        }
    }

    private Branch? Chosen(Branch branch, Option option)
    {
        Branch? chosen = branch;
        foreach (var literal in option.Literals)
        {
            chosen = chosen is null ? null : With(chosen, literal);
        }

        return chosen is null
            ? null
            : chosen with
            {
                Todo = option.Demands.Aggregate(chosen.Todo, (t, d) => t.Push(d)),
            };
    }

    // One more demand worked into the branch; null where the branch cannot fit it.
    private Branch? Take(Branch branch)
    {
        var next = branch with { Todo = branch.Todo.Pop(out var demand) };
        if (branch.Seen.Contains(demand.Key))
        {
            return next;
        }

        if (branch.Seen.Contains(demand.Negated.Key))
        {
            return Dead("it demands a schema and excludes it", demand.Part.Pointer);
        }

        next = next with { Seen = next.Seen.Add(demand.Key) };
        if (demand.Part.Json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            var reason = demand.Holds
                ? "the schema allows no value at all"
                : "it excludes a schema that every value fits";
            return demand.Part.IsFalse == demand.Holds ? Dead(reason, demand.Part.Pointer) : next;
        }

        return demand.Holds ? Stated(next, demand.Part) : Excluded(next, demand.Part);
    }

    private Branch? Stated(Branch start, SchemaPart part)
    {
        Branch? branch = start;
        foreach (var keyword in part.Stated().Select(p => p.Name))
        {
            branch = branch is null
                ? null
                : keyword switch
                {
                    "$ref" => branch with { Todo = branch.Todo.Push(new Demand(reader.Target(part), true)) },
                    "allOf" => part.Branches(keyword)
                        .Aggregate(branch, (b, p) => b with { Todo = b.Todo.Push(new Demand(p, true)) }),
                    "not" => branch with { Todo = branch.Todo.Push(new Demand(part.Child(keyword), false)) },
                    "anyOf" => Choose(branch, part.Branches(keyword).Select(b => Option.Of(new Demand(b, true)))),
                    "oneOf" => Choose(branch, ExclusiveChoices.ExactlyOne([.. part.Branches(keyword)], isStrict)),
                    "if" => Choose(branch, Conditional(part, true)),
                    "dependentRequired" or "dependentSchemas" => Dependencies
                        .Of(part, keyword)
                        .Aggregate(branch, Choose),
                    "required" => part.Required()
                        .Distinct()
                        .Where(n => !_oneWay.Contains(n))
                        .Aggregate((Branch?)branch, (b, name) =>
                            b is null ? null : With(b, new Literal(part, Literal.Presence, true, name))
                        ),
                    _ => With(branch, new Literal(part, keyword, true)),
                };
        }

        return branch;
    }

    // A schema fails where one of its keywords does.
    private Branch? Excluded(Branch branch, SchemaPart part)
    {
        var options = part.Stated()
            .Select(p => p.Name)
            .OrderBy(Negations.Order)
            .SelectMany(k => k == "if" ? Conditional(part, false) : Negations.Of(reader, part, k))
            .ToList();
        return options.Count == 0
            ? Dead("it excludes a schema that every value fits", part.Pointer)
            : Choose(branch, options);
    }

    private static Branch Choose(Branch branch, IEnumerable<Option> options) =>
        options.ToList() is var list && list.Count == 1 && list[0].Literals.Count == 0
            ? branch with
            {
                Todo = list[0].Demands.Aggregate(branch.Todo, (t, d) => t.Push(d)),
            }
            : branch with
            {
                Choices = branch.Choices.Push(list),
            };

    private static IEnumerable<Option> Conditional(SchemaPart part, bool holds)
    {
        var condition = new Demand(part.Child("if"), true);
        foreach (var (keyword, premise) in new[] { ("then", condition), ("else", condition.Negated) })
        {
            if (part.Has(keyword))
            {
                yield return Option.Of(premise, new Demand(part.Child(keyword), holds));
            }
            else if (holds)
            {
                yield return Option.Of(premise);
            }
        }
    }

    // Types narrow, and a property cannot be there and absent: this ends most hopeless ways early.
    private Branch? With(Branch branch, Literal literal)
    {
        var types = branch.Types & LiteralTypes.Of(literal);
        if (types == JsonTypes.None)
        {
            return Dead(LiteralTypes.Conflict(branch.Literals, literal), literal.Part.Pointer);
        }

        if (
            literal.Keyword == Literal.Presence
            && (types & ~JsonTypes.Object) == JsonTypes.None
            && branch.Literals.Exists(l =>
                l.Keyword == Literal.Presence && l.Name == literal.Name && l.Holds != literal.Holds
            )
        )
        {
            return Dead($"the property '{literal.Name}' is required and excluded", literal.Part.Pointer);
        }

        return branch with
        {
            Types = types,
            Literals = branch.Literals.Add(literal),
        };
    }

    private Branch? Dead(string reason, string pointer)
    {
        Contradiction ??= (reason, pointer);
        return null;
    }

    private sealed record Branch(
        ImmutableStack<Demand> Todo,
        ImmutableStack<IReadOnlyList<Option>> Choices,
        ImmutableList<Literal> Literals,
        ImmutableHashSet<string> Seen,
        JsonTypes Types
    );
}
