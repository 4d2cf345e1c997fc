namespace Thymia.Conformance.Judging;

/// <summary>What a rule asks; <see cref="RuleKinds"/> has a page for each.</summary>
internal enum RuleKind
{
    /// <summary>A place of the answer has the value that the request has at a place.</summary>
    Equals,

    /// <summary>A place of the answer has a value where the request is of some kind.</summary>
    PresentWhen,

    /// <summary>A place of the answer has none where the request is of some kind.</summary>
    AbsentWhen,

    /// <summary>A time in the answer is that of the request.</summary>
    WithinRun,

    /// <summary>No two answers of a run have the same value there.</summary>
    Unique,

    /// <summary>What the request leaves out is in the answer as its default.</summary>
    Default,

    /// <summary>A text in the answer says something.</summary>
    NotEmpty,

    /// <summary>A request without a body is refused, though the description does not mark it required.</summary>
    RequiredBody,
}
