using System.Net;
using System.Text;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Tests.Safety;

public sealed class SecretsTests
{
    internal const string Key = "sk_live_Zq+7/vW3xK9mT2nB5cR8";
    private const string Token =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ0ZXN0In0aaaa.Xq3vB9mK2nT7cR5wZ8yL1pD4";

    public static TheoryData<string> Clothings =>
        [
            Key,
            Key.ToLowerInvariant(),
            Uri.EscapeDataString(Key),
            Uri.EscapeDataString(Uri.EscapeDataString(Key)),
            string.Concat(Key.Select(c => $"%{(int)c:x2}")),
            Key.Replace("+", "\\u002B", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
            string.Concat(Key.Select(c => $"\\u{(int)c:X4}")),
            string.Concat(Key.Select(c => $"&#{(int)c};")),
            string.Concat(Key.Select(c => $"&#x{(int)c:x6};")),
            WebUtility.HtmlEncode(Key).Replace("/", "&#x2F;", StringComparison.Ordinal),
            Convert.ToHexString(Encoding.UTF8.GetBytes(Key)),
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Key)),
            .. Enumerable.Range(0, 4).SelectMany(n => InBase64(new string('a', n) + Key + "bc"[..(n % 3)])),
            Key[^16..],
            Key[..16],
            Key[6..22],
            .. InBase64(Key[9..27]),
            Convert.ToHexString(Encoding.UTF8.GetBytes(Key[5..24])),
        ];

    [Theory]
    [MemberData(nameof(Clothings))]
    public void Leak_in_any_clothing_and_in_part(string text)
    {
        Assert.True(SecretText.Holds($"{{\"a\":\"{text}\"}}", Secrets.LeaksOf(Key)));
        var masked = SecretText.Masked($"{{\"a\":\"{text}\"}}", Secrets.OfKey(Key, "[key]"));
        Assert.Contains("[key]", masked, StringComparison.Ordinal);
        Assert.True(masked.Length <= "{\"a\":\"[key]\"}".Length + 6, masked);
    }

    [Theory]
    [InlineData("sk_live_")]
    [InlineData("sk_live_Zq+7/vW")]
    [InlineData("Zq+7/vW3xK9mT2n")]
    [InlineData("another text altogether, with sk_live_ in it")]
    [InlineData("")]
    public void Leak_nothing_by_a_public_prefix_or_by_little(string text) =>
        Assert.False(SecretText.Holds(text, Secrets.LeaksOf(Key)));

    [Theory]
    [InlineData("s3cr")]
    [InlineData("s3cretX")]
    [InlineData("Passw0rd!")]
    [InlineData("BasicPassw0rd!")]
    [InlineData("seventeen-letters")]
    public void Are_masked_in_base64_however_short(string key) =>
        Assert.All(Enumerable.Range(0, 4).SelectMany(n => InBase64(new string('a', n) + key + "bc"[..(n % 3)])), text =>
            Assert.Contains(
                "[key]",
                SecretText.Masked($"\"{text}\"", Secrets.OfKey(key, "[key]")),
                StringComparison.Ordinal
            )
        );

    [Fact]
    public void Leak_a_token_but_not_its_header()
    {
        var header = Token[..(Token.IndexOf('.', StringComparison.Ordinal) + 1)];

        Assert.True(SecretText.Holds(Token, Secrets.LeaksOf(Token)));
        Assert.True(SecretText.Holds(Token[header.Length..], Secrets.LeaksOf(Token)));
        Assert.False(SecretText.Holds($"{header}eyJ", Secrets.LeaksOf(Token)));
        Assert.Equal($"{header}eyJ", SecretText.Masked($"{header}eyJ", Secrets.OfKey(Token, "[key]")));
        Assert.Equal("[key]", SecretText.Masked(Token[^24..], Secrets.OfKey(Token, "[key]")));
    }

    [Theory]
    [InlineData("abcde")]
    [InlineData(null)]
    public void Leak_nothing_where_a_key_is_too_short_to_tell(string? key) => Assert.Empty(Secrets.LeaksOf(key));

    [Theory]
    [InlineData("sesame", "SESAME", false)]
    [InlineData("sesame", "open sesame", true)]
    public void Leak_a_short_key_as_it_is_alone(string key, string text, bool leaks) =>
        Assert.Equal(leaks, SecretText.Holds(text, Secrets.LeaksOf(key)));

    [Theory]
    [InlineData("1961-02-03")]
    [InlineData("03.02.1961")]
    [InlineData("3.2.1961")]
    [InlineData("3. 2. 1961")]
    [InlineData("02/03/1961")]
    [InlineData("1961/2/3")]
    [InlineData("19610203")]
    [InlineData("1961-02-03T00:00:00Z")]
    [InlineData("3 February 1961")]
    [InlineData("Feb 3rd, 1961")]
    [InlineData("03-FEB-1961")]
    [InlineData("-281145600")]
    [InlineData("-281145600000")]
    [InlineData("%31961-02-03")]
    public void Find_a_day_however_it_is_written(string text)
    {
        Assert.True(SecretText.Holds($"born {text}.", Secrets.LeaksOfPerson("1961-02-03")));
        Assert.StartsWith(
            "born [x]",
            SecretText.Masked($"born {text}", Secrets.OfPerson("1961-02-03", "[x]")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("13.2.1961")]
    [InlineData("1961-02-04")]
    [InlineData("2 March 1961")]
    [InlineData("1961")]
    [InlineData("12811456001")]
    public void Find_no_other_day(string text) =>
        Assert.False(SecretText.Holds(text, Secrets.LeaksOfPerson("1961-02-03")));

    [Theory]
    [InlineData("+447700900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900-123")]
    [InlineData("0044 7700 900 123")]
    [InlineData("(07700) 900 123")]
    [InlineData("07700/900123 ext 12")]
    [InlineData("1 07700-900-123 4")]
    [InlineData("%2B44 7700 900123")]
    public void Find_a_telephone_number_in_any_grouping(string text)
    {
        Assert.True(SecretText.Holds($"call {text}", Secrets.LeaksOfPerson("+44 7700 900123")));
        Assert.DoesNotContain(
            "900",
            SecretText.Masked($"call {text}", Secrets.OfPerson("+44 7700 900123", "[x]")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("+447700900124")]
    [InlineData("900123")]
    [InlineData("4477009001234")]
    [InlineData("44770, 0900123")]
    public void Find_no_other_number(string text) =>
        Assert.False(SecretText.Holds(text, Secrets.LeaksOfPerson("+447700900123")));

    [Theory]
    [InlineData('a')]
    [InlineData('%')]
    [InlineData('\\')]
    [InlineData('&')]
    [InlineData('1')]
    [InlineData('=')]
    public void Are_sought_in_a_mebibyte_of_one_sign_in_no_time(char sign)
    {
        var text = new string(sign, 1 << 20);
        IReadOnlyList<Secret> secrets =
        [
            .. Secrets.OfKey(new string('a', 40), ""),
            .. Secrets.OfPerson("1961-02-03", ""),
            .. Secrets.OfPerson("+447700900123", ""),
        ];
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        SecretText.Masked(text, secrets);

        Assert.False(stop.IsCancellationRequested);
    }

    private static IEnumerable<string> InBase64(string text)
    {
        var digits = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return new[] { digits, digits.Replace('+', '-').Replace('/', '_').TrimEnd('=') }.Distinct();
    }
}
