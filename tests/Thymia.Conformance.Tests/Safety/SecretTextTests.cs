using System.Text;
using System.Text.Json;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Tests.Reports;

namespace Thymia.Conformance.Tests.Safety;

public sealed class SecretTextTests
{
    private const string Key = "sk-Test+0123456789/=";
    private static readonly Masking Masking = new([], Key);

    [Theory]
    [InlineData("a sk-Test+0123456789/= b", "a [key] b")]
    [InlineData("SK-TEST+0123456789/=", "[key]")]
    [InlineData("?key=sk-Test%2B0123456789%2F%3D&x=1", "?key=[key]&x=1")]
    [InlineData("%73%6b%2d%54%65%73%74%2b0123456789%2f%3d", "[key]")]
    [InlineData("sk-Test%252B0123456789%252F%253D", "[key]")]
    [InlineData("\"sk-Test\\u002b0123456789\\/=\"", "\"[key]\"")]
    [InlineData("\\\"\\\\u0073k-Test+0123456789\\\\/=\\\"", "\\\"[key]\\\"")]
    [InlineData("&#115;k-Test&#x2B;0123456789&#47;=", "[key]")]
    [InlineData("'\\x73k-Test+0123456789/='", "'[key]'")]
    public void Finds_the_key_however_it_is_written(string text, string shown) =>
        Assert.Equal(shown, Masking.Text(text));

    [Theory]
    [InlineData("")]
    [InlineData("u")]
    [InlineData("me")]
    public void Finds_the_key_in_base64_wherever_it_stands_there(string before)
    {
        var digits = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Key}, and more"));

        var shown = Masking.Text($"x {digits} y");

        Assert.Matches("^x .{0,4}\\[key\\] y$", shown);
        Assert.Equal(shown, Masking.Text($"x {digits.Replace('+', '-').Replace('/', '_')} y"));
    }

    [Fact]
    public void Finds_half_a_key_which_is_sent_as_well()
    {
        Assert.Equal("half [key].", Masking.Text("half sk-Test+01."));
        Assert.Equal("more [key].", Masking.Text("more sk-Test+0123456."));
        Assert.Equal("less sk-Test.", Masking.Text("less sk-Test."));
    }

    [Theory]
    [InlineData("100 % of \\ it & more; &amp; %zz \\u12 \\q &#x; %E2%82 %e2%82%ac")]
    [InlineData("sk-Tes")]
    [InlineData("")]
    public void Leaves_everything_else_as_it_is(string text) => Assert.Equal(text, Masking.Text(text));

    [Fact]
    public void Cuts_no_secret_in_two_where_it_cuts_a_body()
    {
        var masking = new Masking(Masking.Usual, Key);
        for (var before = 0; before < 60; before++)
        {
            var body = new string('x', 70 + before) + Key + new string('y', 10_000);

            var shown = masking.For(Runs.Case("{}", null), 100).Answer(Encoding.UTF8.GetBytes(body));

            Assert.True(shown.IsCut);
            Assert.DoesNotContain("sk-", shown.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("%31%39%36%31-02-03")]
    [InlineData("\\u0031961-02-03")]
    [InlineData("&#49;961-02-03")]
    [InlineData("MTk2MS0wMi0wMw==")]
    [InlineData("%2B44+7700+900123", "+44 7700 900123")]
    [InlineData("\\u002B44 7700 900123", "+44 7700 900123")]
    [InlineData("J\\u00f8rgen", "Jørgen")]
    [InlineData("J%C3%B8rgen", "Jørgen")]
    public void Finds_what_was_sent_however_it_comes_back(string echo, string sent = "1961-02-03")
    {
        var masking = new Masking(
            [.. Masking.Usual, Thymia.Conformance.Configuration.JsonPath.Parse("$..name")!],
            null
        );
        var body = JsonSerializer.Serialize(new { name = sent, user = new { dateOfBirth = sent, phoneNumber = sent } });

        var shown = masking.For(Runs.Case(body, null), 8_000).Answer(Encoding.UTF8.GetBytes($"it was {echo}"));

        Assert.Equal("it was [masked]", shown.Text);
    }
}
