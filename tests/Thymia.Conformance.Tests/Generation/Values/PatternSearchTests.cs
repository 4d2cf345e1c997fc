using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class PatternSearchTests
{
    private static readonly Seed[] Seeds = [.. Enumerable.Range(0, 20).Select(i => new Seed((ulong)i))];

    [Theory]
    [InlineData(@"^[a-z]+\d$")]
    [InlineData(@"^(a|bc){2,5}x?$")]
    [InlineData(@"^\p{L}+$")]
    [InlineData(@"^\p{Script=Greek}{3,8}$")]
    [InlineData(@"^[\p{sc=Han}\u3005]{1,4}$")]
    [InlineData(@"^\p{Emoji_Presentation}{2}$")]
    [InlineData(@"^\p{Lu}\p{Ll}{3}$")]
    [InlineData(@"^(?=.*[A-Z])(?=.*\d)(?=.*[!§%]).{8,20}$")]
    [InlineData(@"^(?=foo)[a-z]{6}$")]
    [InlineData(@"^(?!000)\d{3}$")]
    [InlineData(@"(?<=EUR )\d+")]
    [InlineData(@"^[a-z]+(?<=ing)$")]
    [InlineData(@"^(?=([a-z]))\1{2}$")]
    [InlineData(@"(?=.*z)")]
    [InlineData(@"^(?=.*[A-Z])(?=.*[0-9])")]
    [InlineData(@"\bfoo\b")]
    [InlineData(@"\Boo\B")]
    [InlineData(@"^a+$|^b+$")]
    [InlineData(@"^""[a-z]+""$")]
    [InlineData(@"^a\tb\u00e4\x41\cJ\0$")]
    [InlineData(@"^(?<y>[0-9]{2})-\k<y>-\1$")]
    [InlineData(@"^[^\s@#&~<>""]+@[^\s@]+$")]
    [InlineData(@"^[\u{1F600}-\u{1F64F}]{2}$")]
    [InlineData(@"^$")]
    [InlineData(@"")]
    [InlineData(@"^(ab){3,}$")]
    [InlineData(@"^.{40}$")]
    [InlineData(@"^[^a]{1,3}$")]
    public void Finds_texts_of_a_pattern(string pattern) =>
        Assert.All(Seeds, seed =>
            Assert.True(EcmaMatcher.IsMatch(pattern, PatternSearch.Find([pattern], 0, int.MaxValue, seed)!))
        );

    [Theory]
    [InlineData(@"^[a-z]+$", 5, 8)]
    [InlineData(@"^(ab)*c?$", 9, 9)]
    [InlineData(@"foo", 10, 12)]
    [InlineData(@"^foo", 10, 10)]
    [InlineData(@"foo$", 7, 7)]
    [InlineData(@"\bfoo\b", 9, 9)]
    [InlineData(@"^(a|[bc]{20})+$", 3, 7)]
    [InlineData(@"^[0-9]*$", 100_000, 100_000)]
    public void Keeps_to_bounds_of_length(string pattern, int least, int most) => Assert.All(Seeds[..5], seed =>
        {
            var found = PatternSearch.Find([pattern], least, most, seed)!;
            Assert.InRange(TextRules.CodePoints(found), least, most);
            Assert.True(EcmaMatcher.IsMatch(pattern, found));
        });

    [Theory]
    [InlineData("^a", "z$")]
    [InlineData("[0-9]", "[A-Z]")]
    [InlineData("^[a-z0-9]+$", "^.*[0-9]$")]
    public void Finds_texts_of_two_patterns_at_once(string one, string other)
    {
        var found = PatternSearch.Find([one, other], 3, 30, new Seed(1))!;
        Assert.True(EcmaMatcher.IsMatch(one, found) && EcmaMatcher.IsMatch(other, found));
    }

    [Theory]
    [InlineData("^a$", 2, 5)]
    [InlineData("a^b", 0, 9)]
    [InlineData("[]", 0, 9)]
    [InlineData(@"^a{99999999999}$", 0, int.MaxValue)]
    public void Finds_none_where_there_is_none(string pattern, int least, int most) =>
        Assert.Null(PatternSearch.Find([pattern], least, most, new Seed(1)));

    [Fact]
    public void Finds_the_same_text_for_the_same_seed_and_others_for_others()
    {
        var found = Seeds.Select(s => PatternSearch.Find(["^[a-z]{12}$"], 0, 99, s)).ToList();
        Assert.Equal(found, Seeds.Select(s => PatternSearch.Find(["^[a-z]{12}$"], 0, 99, s)));
        Assert.Equal(Seeds.Length, found.Distinct().Count());
    }

    [Fact]
    public void Groups_nested_beyond_any_measure_are_no_danger()
    {
        var deep = new string('(', 200_000) + "a" + new string(')', 200_000);
        Assert.NotNull(EcmaParser.Parse(deep));
        Assert.Null(PatternSearch.Find([deep], 0, 9, new Seed(1)));
        Assert.NotNull(EcmaMatcher.Problem(deep));
    }
}
