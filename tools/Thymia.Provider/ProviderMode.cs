namespace Thymia.Provider;

/// <summary>How a provider judges input. All modes list every problem with its exact location.</summary>
public enum ProviderMode
{
    /// <summary>
    /// The contract to the letter: nothing is coerced, null is refused everywhere, a date is an RFC 3339 full-date and
    /// a webhook any absolute URI. Problems are worded as pydantic v1 words them.
    /// </summary>
    Strict,

    /// <summary>
    /// As FastAPI on pydantic v1: its coercions, its reader's NaN, its words, and its 500 for what it cannot write.
    /// </summary>
    PydanticV1,

    /// <summary>
    /// As current FastAPI on pydantic v2: its fewer coercions and its words, with the input echoed in each problem.
    /// </summary>
    PydanticV2,
}
