namespace Thymia.Conformance.Schemas.Json;

/// <summary>How deep what is read and written may be nested; beyond a limit a sentence says so.</summary>
internal static class DepthLimits
{
    /// <summary>Levels of a payload that are judged: more than any description here demands, and less than a stack
    /// holds.</summary>
    public const int Payload = 256;
}
