using System.Text;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Tests.Judging;

public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData(@"""\ud800""", @"""\ufffd""")]
    [InlineData(@"""\udc00\ud83d\ude00""", @"""\ufffd\ud83d\ude00""")]
    [InlineData(@"""\ud800\ud800\udc00x""", @"""\ufffd\ud800\udc00x""")]
    [InlineData(@"""\\ud800""", @"""\\ud800""")]
    [InlineData(@"""\uD83D\uDE00""", @"""\uD83D\uDE00""")]
    [InlineData(@"\ud800", @"\ufffd")]
    [InlineData(@"""\n\ud800""", @"""\n\ufffd""")]
    [InlineData(@"""\ud800\ud801\u0041""", @"""\ufffd\ufffd\u0041""")]
    [InlineData(@"""\ud8", @"""\ud8")]
    [InlineData(@"""\", @"""\")]
    [InlineData("{}", "{}")]
    public void Replaces_halves_and_leaves_pairs(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(LoneSurrogates.Replaced(Encoding.UTF8.GetBytes(json)).Span));

    [Theory]
    [InlineData("""{"detail":[{"loc":["body","\ud800"],"msg":"\udfff","type":"\ud900"}]}""")]
    [InlineData("""{"\ud800":"\ud800","detail":"\ud800"}""")]
    public void Judges_answers_with_halves(string body)
    {
        Assert.NotEmpty(Sample.Findings(Sample.LowerCaseSex, 422, body));
        Assert.NotEmpty(Sample.Findings(Sample.Valid, 200, body));
    }
}
