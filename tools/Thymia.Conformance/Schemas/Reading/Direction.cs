namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Which way a payload goes: <c>readOnly</c> and <c>writeOnly</c> make two shapes of one schema.</summary>
public enum Direction
{
    /// <summary>From the consumer to the provider.</summary>
    Request,

    /// <summary>From the provider to the consumer.</summary>
    Answer,
}
