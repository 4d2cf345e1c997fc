using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging;

/// <summary>What is let pass because a named framework is known to do so, as checks ask for it.</summary>
internal interface ITolerances
{
    /// <summary>
    /// The verdict of the first rule that covers the answer to a broken request; null where none does.
    /// </summary>
    /// <param name="body">The schema of the request's body; null where it has none.</param>
    Verdict.Tolerated? Find(TestCase testCase, Mutation mutation, SchemaNode? body, ToleratedAnswer answer, int status);

    /// <summary>The rule under which an answer may break its schema like that; null where none does.</summary>
    /// <param name="found">The value there as JSON text.</param>
    /// <param name="isOptional">Whether the schema lets the property be left out.</param>
    Verdict.Tolerated? FindAnswer(string found, bool isOptional);

    /// <summary>The rule under which a framework does what was found; null where none does.</summary>
    Verdict.Tolerated? FindHabit(Finding finding, Evidence evidence);

    /// <summary>The rule under which a validation error may repeat the request at that place; null where none
    /// does.</summary>
    Verdict.Tolerated? FindEcho(string pointer);
}
