using System.Text;
using System.Text.RegularExpressions;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Tests.Generation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Safety;

/// <summary>A request that might ring a telephone must say so, or it would go to another machine unasked.</summary>
public sealed partial class PhoneNumbersTests
{
    // Requests that keep the number, though they are about something else.
    private static readonly string[] Kept =
    [
        "json",
        "encoding",
        "contentType",
        "security",
        "method",
        "notation",
        "type",
        "random",
    ];

    [Theory]
    [InlineData("""{"phoneNumber":"+447700900123"}""", true)]
    [InlineData("""{"user":{"mobile":{"number":"07700 900123"}}}""", true)]
    [InlineData("""[["phoneNumber","+447700900123"]]""", true)]
    [InlineData("""{"callerId":447700900123}""", true)]
    [InlineData(""" "{\"phone\":\"+447700900123\"}" """, true)]
    [InlineData("""{"\u0070hone":"+447700900123"}""", true)]
    [InlineData("""{'phoneNumber': '+447700900123'}""", true)]
    [InlineData("""{"phoneNumber":"+447700900123","user":{""", true)]
    [InlineData("""{phone:"+44 7700 900123",}""", true)]
    [InlineData("phone=07700900123&x=1", true)]
    [InlineData("""{"phoneNumber":"12345"}""", true)]
    [InlineData("""{"phoneNumber":"1234"}""", false)]
    [InlineData("""[{"phone":[1,2345]}]""", true)]
    [InlineData("""["phoneNumber","12345"]""", true)]
    [InlineData("""["note","phoneNumber","12345"]""", false)]
    [InlineData("""["phoneNumber",null]""", false)]
    [InlineData("""{"note":"phoneNumber 12345"}""", false)]
    [InlineData("""{"note":"{phoneNumber: 12345"}""", true)]
    [InlineData("""{"note":1}""", false)]
    [InlineData("null", false)]
    [InlineData("""{"phoneNumber":""}""", false)]
    [InlineData("""{"phoneNumber":"none"}""", false)]
    [InlineData("""{"reference":"447700900123","phoneNumber":null}""", false)]
    [InlineData("""{"dateOfBirth":"1990-08-24""", false)]
    public void Are_found_in_whatever_comes_close_to_json(string body, bool found)
    {
        Assert.Equal(found, HasNumber(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(found, HasNumber(Encoding.Unicode.GetBytes(body)));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(500)]
    public void Are_found_however_deep_they_are(int depth) =>
        Assert.True(
            HasNumber(
                Encoding.UTF8.GetBytes(
                    $$"""{"phoneNumber":{{new string('[', depth)}}"+447700900123"{{new string(']', depth)}}}"""
                )
            )
        );

    [Fact]
    public void Are_owned_up_to_by_every_case_of_a_description_that_demands_them()
    {
        var cases = Fixtures.Load(Demanding).Generators.SelectMany(g => g.Plan(200)).Select(p => p.Make()).ToList();

        var ringing = cases.Where(c => Number().IsMatch(WireOf(c))).ToList();
        Assert.All(Kept, keyword => Assert.Contains(ringing, c => c.Keyword == keyword));
        Assert.Empty(ringing.Where(c => !c.Request.CarriesPhoneNumber()).Select(c => c.Id));
    }

    [Fact]
    public void Stay_where_they_are_when_the_rest_of_a_body_goes()
    {
        var (generators, guard) = Fixtures.Load(Demanding);
        var inPath = generators
            .SelectMany(g => g.Plan(0))
            .Select(p => p.Make())
            .First(c => c.Operation.Method == "PUT" && c.Request.Body is { Length: > 10 } && c.IsValid);

        Assert.All(new Reductions(guard.Contradiction).Of(inPath), c => Assert.True(c.Request.CarriesPhoneNumber()));
    }

    private static bool HasNumber(byte[] body) => ReachOfBody.Of(body).Any(r => r.Kind == ReachKind.PhoneNumber);

    // Latin-1 text with the zeros of UTF-16 left out: what a person who looks at the bytes would read.
    private static string WireOf(TestCase testCase) =>
        testCase.Request.Target
        + " "
        + Encoding
            .Latin1.GetString((testCase.Request.Body ?? default).Span)
            .Replace("\0", "", StringComparison.Ordinal);

    private static ApiDescription Demanding { get; } =
        Described.Read(
            """
            openapi: 3.1.0
            info: {title: Rings, version: '1'}
            paths:
              /calls:
                post:
                  security: [{key: []}]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [phoneNumber]
                          properties: {phoneNumber: {type: string}, note: {type: string}}
                  responses: {'200': {description: ok}, '422': {description: no}}
              /calls/{phoneNumber}:
                put:
                  parameters: [{name: phoneNumber, in: path, required: true, schema: {type: string}}]
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, required: [note],
                      properties: {note: {type: string}, more: {type: string}}}}}
                  responses: {'200': {description: ok}, '422': {description: no}}
            components: {securitySchemes: {key: {type: apiKey, in: header, name: x-key}}}
            """
        );

    [GeneratedRegex(@"\d[\d ()-]{8,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
