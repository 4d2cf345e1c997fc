using System.Collections.Concurrent;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Finds or creates what a case needs, and puts its id into the request.</summary>
internal sealed class CaseBinding(SequencePlan plan, ThingSupply supply, ListedThings listed, SequenceSender sender)
{
    // Examples of the description that are no ids of this provider.
    private readonly ConcurrentDictionary<string, bool> _distrusted = new(StringComparer.Ordinal);

    // Relations that rest on names alone, once an id of theirs was accepted.
    private readonly ConcurrentDictionary<string, bool> _confirmed = new(StringComparer.Ordinal);

    /// <summary>The case as it is to be sent.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<BoundCase> BindAsync(TestCase testCase, CancellationToken cancellation)
    {
        var operation = testCase.Operation;
        var use = UseOf(testCase, null);
        if (!IsBindable(testCase))
        {
            return IsOfOthers(testCase) ? OfOthers(testCase) : new BoundCase(testCase);
        }

        if (IsStated(testCase, use, out var byExamples))
        {
            return new BoundCase(testCase) { Use = use, RestsOnExamples = byExamples };
        }

        if (plan.Relations.Of(operation, creates: true) is not [.., var relation])
        {
            return await listed.BindAsync(testCase, use, cancellation) ?? new BoundCase(testCase);
        }

        use = UseOf(testCase, relation);
        var supplied =
            use == ThingUse.Deleted
                ? await supply.TakeAsync(relation, cancellation)
                : await supply.ShareAsync(relation, KeyOf(use, operation), cancellation);
        return supplied.Thing is { } thing
            ? await BoundAsync(testCase, relation, thing, use, cancellation)
            : await listed.BindAsync(testCase, use, cancellation) ?? Unsupplied(testCase, relation, supplied);
    }

    /// <summary>Whether the answer shows that the case is to be sent to another thing instead.</summary>
    public bool IsMisplaced(BoundCase bound, int status)
    {
        if (bound.Case.Expectation is not Expectation.Accepted)
        {
            return false;
        }

        if (bound.RestsOnExamples)
        {
            return status is 403 or 404 or 410 && _distrusted.TryAdd(bound.Case.Operation.Name, true);
        }

        if (bound.Thing is not { } thing)
        {
            return false;
        }

        if (Statuses.IsSuccess(status))
        {
            _confirmed[bound.Relation!.Item] = true;
        }

        var isGone = status is 404 or 410 || (status == 409 && bound.Use == ThingUse.Changed);
        if (isGone)
        {
            supply.Forget(thing);
        }

        return isGone;
    }

    private async Task<BoundCase> BoundAsync(
        TestCase testCase,
        Relation relation,
        CreatedThing thing,
        ThingUse use,
        CancellationToken cancellation
    )
    {
        var operation = testCase.Operation;
        if (PathBinding.Unfit(thing, operation, plan.Library) is { } unfit)
        {
            return testCase.IsValid
                ? new BoundCase(testCase)
                {
                    Problem =
                        $"needs an existing {{{unfit.Name}}}: the schema of {unfit.Name} does not allow the id that "
                        + $"{relation.Producer.Name} gave",
                }
                : new BoundCase(testCase);
        }

        var own = OwnParameters(testCase);
        if (PathBinding.To(thing, testCase.Request, operation, own) is not { } request)
        {
            return new BoundCase(testCase);
        }

        if (own.Count > 0 && IsOfOthers(testCase with { Request = request }))
        {
            return OfOthers(testCase);
        }

        var names = operation.Template.Names.Take(thing.Values.Count).Where(n => !own.Contains(n));
        var isSure = relation.IsCertain || _confirmed.ContainsKey(relation.Item);
        var bound = new BoundCase(
            testCase with
            {
                Request = request,
                Created = isSure ? names.ToHashSet(StringComparer.Ordinal) : testCase.Created,
            }
        )
        {
            Thing = thing,
            Relation = relation,
            Use = use,
        };
        if (use == ThingUse.Changed && operation.Method is "PUT" or "PATCH")
        {
            await bound.HoldAsync(cancellation);
            bound.Before =
                operation.Method == "PATCH" ? await sender.SendAsync(relation.Reader, thing, cancellation) : null;
        }

        return bound;
    }

    // An id that the case is about, such as the least one, may be one that the provider gave: other cases rely on it.
    private bool IsOfOthers(TestCase testCase) =>
        testCase.Expectation is Expectation.Accepted
        && !Methods.IsSafe(testCase.Request.Method)
        && supply.Holds(testCase.Request.Target.Split('?')[0]);

    private static BoundCase OfOthers(TestCase testCase) =>
        new(testCase)
        {
            Problem = $"would change {testCase.Request.Target.Split('?')[0]}, which other cases of the run need",
            IsWithheld = true,
        };

    // An invalid request needs no thing for its refusal.
    private static BoundCase Unsupplied(TestCase testCase, Relation relation, Supplied supplied) =>
        testCase.Expectation is Expectation.Accepted && !supplied.IsOfAll
            ? new BoundCase(testCase)
            {
                Problem = $"needs an existing {{{relation.Parameter}}}: {supplied.Problem}",
                IsWithheld = supplied.IsWithheld,
            }
            : new BoundCase(testCase);

    private static bool IsBindable(TestCase testCase) =>
        testCase.Operation.Template.Names.Count > 0
        && testCase.Keyword is not ("path" or "method")
        && !testCase.Request.IsMethodUndocumented
        && OwnParameters(testCase).Count < testCase.Operation.Template.Names.Count;

    // Values that somebody gave are read; changed they are only where the user says so.
    private bool IsStated(TestCase testCase, ThingUse use, out bool byExamples)
    {
        var path = testCase.Operation.Parameters.Where(p => p.In == "path").ToList();
        var isGiven = path.Exists(p => p.Given.Count > 0);
        byExamples =
            !isGiven && path.Exists(p => IsExample(p, testCase)) && !_distrusted.ContainsKey(testCase.Operation.Name);
        return isGiven && (use == ThingUse.Read || path.Exists(p => p.Given.Count > 0 && IsExpendable(p)))
            || byExamples && use == ThingUse.Read && testCase.Expectation is Expectation.Accepted;
    }

    private bool IsExpendable(Parameter parameter) => plan.Expendable.Contains(parameter.Name);

    private bool IsExample(Parameter parameter, TestCase testCase)
    {
        var examples = parameter.SchemaPointer is { } pointer
            ? parameter.Examples.Concat(plan.Library.At(pointer).Root.Examples)
            : parameter.Examples;
        return testCase.Request.PathValues.Any(v => v.Key == parameter.Name && examples.Any(e => TextOf(e) == v.Value));
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // What a case is about keeps its value.
    private static HashSet<string> OwnParameters(TestCase testCase) =>
        testCase.Location.Part == "path" ? [.. JsonPointer.Segments(testCase.Location.Pointer).Take(1)] : [];

    private static ThingUse UseOf(TestCase testCase, Relation? relation) =>
        Methods.IsSafe(testCase.Operation.Method) ? ThingUse.Read
        : testCase.Expectation is not Expectation.Accepted ? ThingUse.Refused
        : relation?.Deleter?.Name == testCase.Operation.Name ? ThingUse.Deleted
        : ThingUse.Changed;

    private static string KeyOf(ThingUse use, Operation operation) =>
        use == ThingUse.Changed ? operation.Name : use.ToString();
}
