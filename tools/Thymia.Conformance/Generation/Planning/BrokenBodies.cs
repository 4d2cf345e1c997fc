using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Cases with one value in their body broken: which breaks a payload lends itself to, and each made.</summary>
internal sealed class BrokenBodies(CaseFactory factory)
{
    private const int Attempts = 8;

    /// <summary>A case with one value in its body broken.</summary>
    public CasePlan Broken(ValueBreak plan, Recipe recipe)
    {
        var id = factory.Id(plan.Constraint.Location, plan.Constraint.Keyword, plan.KindName);
        return new CasePlan(id, false, () => Mutated(id, plan, recipe with { Draw = factory.DrawFor(id) }));
    }

    /// <summary>The same where nobody has yet proven that the break can be made.</summary>
    public CasePlan Unproven(ValueBreak plan, Recipe recipe)
    {
        var planning = recipe with { Draw = new Draw(default, PlanningSeed(plan.Constraint)) };
        return Broken(plan, recipe) with
        {
            Problem = () =>
                factory.Shape.IsPlain
                || (TryMutate("planning", plan, planning, isRandom: false) is { } made && factory.Proves(made))
                    ? null
                    : "no payload lends itself to the break",
        };
    }

    /// <summary>
    /// The case of a break. A payload may not lend itself to it (one item cannot be repeated at a distance), so a few
    /// are tried, in an order that the seed fixes; in the end the one that served to plan the break.
    /// </summary>
    public TestCase Mutated(string id, ValueBreak plan, Recipe recipe, bool isRandom = false)
    {
        for (var i = 0; i < Attempts; i++)
        {
            var attempt =
                i == 0 ? recipe : recipe with { Draw = recipe.Draw with { Seed = recipe.Draw.Seed.Derive(i) } };
            if (TryMutate(id, plan, attempt, isRandom) is { } made && (IsCertain(plan) || factory.Proves(made)))
            {
                return made;
            }
        }

        // Without the optional properties that a random case adds.
        var planning = recipe with
        {
            Draw = recipe.Draw with { Seed = PlanningSeed(plan.Constraint) },
            Includes = static _ => false,
        };
        return TryMutate(id, plan, planning, isRandom)
            ?? throw new InvalidOperationException($"{id} was planned, yet cannot be made");
    }

    /// <summary>Planning must not depend on the run's seed: every run has the same cases by name.</summary>
    public static Seed PlanningSeed(Constraint constraint) => default(Seed).Derive(constraint.Id);

    /// <summary>The ways of breaking a constraint that exist for the planning seed's payload.</summary>
    /// <param name="uses">How often a kind has been used: what has been used less comes first, where that
    /// matters.</param>
    public IEnumerable<ValueBreak> Possible(
        SchemaSite site,
        Constraint constraint,
        Recipe recipe,
        Func<string, int> uses
    )
    {
        factory.Shape.Limits.Cancellation.ThrowIfCancellationRequested();
        var planning = recipe with { Draw = new Draw(default, PlanningSeed(constraint)) };
        if (Planned(planning, constraint) is not { } payload)
        {
            return [];
        }

        var old = Payloads.Get(payload.Value, site.Concrete);
        var context = new BreakContext(site, constraint, old, planning.Draw)
        {
            MaxBytes = factory.Shape.Limits.MaxBytes,
            IsJson = factory.Shape.IsJson,
        };
        return BreakCatalogue
            .For(site, constraint)
            .OrderBy(k => uses(k.Name))
            .Where(k => k.ApplyTo(context) is not null)
            .Select(k => new ValueBreak(site, constraint, k, site.BranchSuffix))
            .Where(b =>
                IsCertain(b)
                || (
                    Broken("planning", b, planning.Draw, payload.Value?.DeepClone(), isRandom: false) is { } made
                    && factory.Proves(made)
                )
            );
    }

    // A place that no payload has cannot be broken; the box keeps JSON null apart from none.
    private StrongBox<JsonNode?>? Planned(Recipe planning, Constraint constraint)
    {
        try
        {
            return new StrongBox<JsonNode?>(factory.Shape.Values.Make(factory.Shape.Body!.Root, planning));
        }
        catch (NothingFitsException e)
        {
            factory.Shape.Untested.TryAdd(constraint.Location.Display, e.Message);
            return null;
        }
    }

    private TestCase? TryMutate(string id, ValueBreak plan, Recipe recipe, bool isRandom) =>
        Planned(recipe, plan.Constraint) is { Value: var payload }
            ? Broken(id, plan, recipe.Draw, payload, isRandom)
            : null;

    // Null where the payload, which is changed, does not lend itself to the break.
    private TestCase? Broken(string id, ValueBreak plan, Draw draw, JsonNode? payload, bool isRandom)
    {
        if (Break(ref payload, plan, draw, factory.Shape.Limits.MaxBytes) is not { } mutation)
        {
            return null;
        }

        var at = plan.Constraint.Location;
        var request = factory.Request(draw, payload);
        if (plan.Kind.Rewrite is { } rewrite)
        {
            if (rewrite(request.Body!.Value.ToArray()) is not { } rewritten)
            {
                return null;
            }

            request = request with { Body = rewritten };
        }

        return factory.Case(
            id,
            at,
            plan.Constraint.Keyword,
            mutation.Kind,
            request,
            factory.Rejected(mutation.Location),
            mutation,
            isRandom: isRandom
        );
    }

    /// <summary>
    /// Breaks a payload; null, and the payload as it was, where it does not lend itself to the break.
    /// </summary>
    public static Mutation? Break(ref JsonNode? payload, ValueBreak plan, Draw draw, int maxBytes)
    {
        var (site, constraint, kind, _) = plan;
        var old = Payloads.Get(payload, site.Concrete);
        var pointer = site.Concrete;
        if (
            kind.ApplyTo(new BreakContext(site, constraint, old, draw) { MaxBytes = maxBytes }) is not { } change
            || !Payloads.CanSet(payload, pointer += change.Below)
        )
        {
            return null;
        }

        var before = change.Below.Length == 0 ? old : Payloads.Get(payload, pointer);
        var hadValue = change.Below.Length == 0 || before is not null;
        var mutation = new Mutation
        {
            Constraint = constraint,
            Location = Location.At(pointer),
            Kind = plan.KindName,
            Old = hadValue ? new(() => Payloads.ToElement(before)) : null,
            New = change.Removes ? null : new(() => Payloads.ToElement(change.Value)),
            Implied = plan.Implied(pointer),
            Reported = plan.Reported(pointer),
        };
        payload = change.Removes ? Payloads.Remove(payload, pointer) : Payloads.Set(payload, pointer, change.Value);
        foreach (var (name, value) in change.Beside)
        {
            payload = Payloads.Set(payload, JsonPointer.Append(site.Concrete, name), value);
        }

        return mutation;
    }

    // As a text that has no types of its own, a break may break nothing.
    private bool IsCertain(ValueBreak plan) => plan.IsCertain && factory.Shape.IsJson && factory.Shape.IsPlain;
}
