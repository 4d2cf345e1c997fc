namespace Thymia.Conformance.Generation;

/// <summary>Kinds of cases that others than their makers must know.</summary>
internal static class KindNames
{
    /// <summary>A key that nobody issued, in a request whose body is no JSON either.</summary>
    public const string WrongBesideMalformedBody = "wrong-beside-malformed-body";
}
