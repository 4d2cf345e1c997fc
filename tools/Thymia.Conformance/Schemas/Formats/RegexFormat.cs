using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>regex</c>: a pattern of ECMA-262, 11th edition, section 21.2.1, with or without the <c>u</c> flag: JSON
/// Schema Core section 6.4 only recommends the flag. The leniencies that Annex B grants to browsers are refused.
/// </summary>
/// <remarks>
/// It is parsed, not compiled, so no pattern can cost more than its length. The names in <c>\p{…}</c> are checked
/// for their form, not against the tables of Unicode.
/// </remarks>
internal static class RegexFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => EcmaParser.Parse(text) is not null;
}
