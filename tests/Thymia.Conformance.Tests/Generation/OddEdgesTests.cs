using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>Valid values of the contract that storing, converting and showing tend to change.</summary>
public sealed class OddEdgesTests
{
    private static readonly Dictionary<string, TestCase> Cases = Fixtures
        .Cases(Fixtures.Contract)
        .Where(c => c.IsValid)
        .ToDictionary(c => $"{c.Location.Display}:{c.Kind}");

    [Theory]
    [InlineData("leading-zeros", "\"0071\"")]
    [InlineData("negative-zero", "-0.0")]
    [InlineData("fraction-of-17-digits", "0.12345678901234568")]
    [InlineData("exponent", "1.5E+7")]
    [InlineData("false", "false")]
    [InlineData("empty-array", "[]")]
    [InlineData("nul-character", "\"a\\u0000b\"")]
    [InlineData("decomposed-letters", "\"e\u0301n\u0303a\u030A\"")]
    public void Free_objects_hold_each_odd_content_at_each_depth(string kind, string json)
    {
        foreach (var place in (string[])["agent", "metadata"])
        {
            Assert.Equal(json, Extra(place, kind).GetRawText());
            Assert.Equal(json, Extra(place, "inner-" + kind).GetProperty("inner").GetRawText());
            Assert.Equal(json, Extra(place, "listed-" + kind)[1].GetRawText());
        }
    }

    [Fact]
    public void Free_objects_hold_null_long_lists_and_long_names()
    {
        Assert.Equal(JsonValueKind.Null, Extra("agent", "inner-null").GetProperty("inner").ValueKind);
        Assert.Equal(JsonValueKind.Null, Extra("agent", "listed-null")[1].ValueKind);
        Assert.Equal(1_000, Extra("agent", "long-list").GetArrayLength());
        Assert.Contains(Body("agent", "long-name").GetProperty("agent").EnumerateObject(), m => m.Name.Length == 256);
    }

    [Theory]
    [InlineData("length-255-of-2-byte-letters", 255, 255, null)]
    [InlineData("length-256-of-4-byte-letters", 256, null, null)]
    [InlineData("bytes-255-of-2-byte-letters", null, null, 255)]
    [InlineData("bytes-256-of-3-byte-letters", null, null, 256)]
    [InlineData("bytes-65535-of-4-byte-letters", null, null, 65_535)]
    [InlineData("bytes-65536-of-2-byte-letters", null, null, 65_536)]
    [InlineData("units-255-of-4-byte-letters", null, 255, null)]
    [InlineData("units-65536-of-4-byte-letters", null, 65_536, null)]
    [InlineData("length-65535", 65_535, 65_535, 65_535)]
    public void Texts_have_their_length_in_characters_units_or_bytes(
        string kind,
        int? characters,
        int? units,
        int? bytes
    )
    {
        var text = Label(kind);

        Assert.StartsWith("thymia-conformance-", text, StringComparison.Ordinal);
        Assert.Equal(characters ?? text.EnumerateRunes().Count(), text.EnumerateRunes().Count());
        Assert.Equal(units ?? text.Length, text.Length);
        Assert.Equal(bytes ?? Encoding.UTF8.GetByteCount(text), Encoding.UTF8.GetByteCount(text));
    }

    [Theory]
    [InlineData("starts-with-equals", "=1+1 thymia-conformance-")]
    [InlineData("starts-with-at-sign", "@sum thymia-conformance-")]
    [InlineData("starts-with-hyphen", "-rf thymia-conformance-")]
    public void Labels_begin_with_signs_and_keep_their_marker(string kind, string start) =>
        Assert.StartsWith(start, Label(kind), StringComparison.Ordinal);

    [Fact]
    public void An_address_has_its_slashes_escaped()
    {
        var body = Encoding.UTF8.GetString(Cases["webhookUrl:escaped-slashes"].Request.Body!.Value.Span);

        Assert.Contains(@"https:\/\/", body, StringComparison.Ordinal);
        Assert.DoesNotContain("//", body, StringComparison.Ordinal);
    }

    private static string Label(string kind) =>
        Body("user.userLabel", kind).GetProperty("user").GetProperty("userLabel").GetString()!;

    private static JsonElement Extra(string place, string kind) =>
        Body(place, kind).GetProperty(place).GetProperty("extra");

    private static JsonElement Body(string place, string kind) =>
        JsonElement.Parse(Cases[$"{place}:{kind}"].Request.Body!.Value.Span);
}
