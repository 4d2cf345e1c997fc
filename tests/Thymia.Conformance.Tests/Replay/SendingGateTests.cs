using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>What goes to another machine, and what never does.</summary>
public sealed class SendingGateTests
{
    private const string Phone =
        "it carries a phone number that the provider might dial; --allow-phone-numbers (THYMIA_ALLOWPHONENUMBERS) "
        + "sends it";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"phoneNumber":"+447700900123"}""", Phone)]
    [InlineData("""{"callerId":"447700900123"}""", Phone)]
    [InlineData("""{"telNo":"07700900123"}""", Phone)]
    [InlineData("""{"anything":"+44 7700 900123"}""", Phone)]
    [InlineData("""{"recipient":"447700900123"}""", Phone)]
    [InlineData("""{"text":"{\"phone\":\"+447700900123\"}"}""", Phone)]
    [InlineData(
        """{"phoneNumber":"+14155552671"}""",
        "it holds a phone number that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData(
        """{"anything":"+14155552671"}""",
        "it holds a phone number that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData(
        """{"anything":"see https://abc.com/x"}""",
        "it holds a host that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData(
        """{"anything":"//abc.com"}""",
        "it holds a host that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData(
        """{"webhookHost":"abc.com"}""",
        "it holds a host that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData(
        """{"anything":"sam@abc.com"}""",
        "it holds a mailbox that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData(
        """{"a":"https://example.com/x","b":"sam@example.org","c":"http://192.0.2.7:80/","d":"file.txt"}""",
        null
    )]
    [InlineData(
        """{"id":"1234567890","day":"2020-01-02","uuid":"0f6a2b1c-1111-4222-8333-444455556666","n":447700900123}""",
        null
    )]
    public void Leads_a_provider_on_another_machine_to_nobody(string body, string? reason)
    {
        var request = new CaseRequest
        {
            Method = "POST",
            Target = "/things",
            Body = Encoding.UTF8.GetBytes(body),
        };

        Assert.Equal(reason, Gate().ReasonToWithhold(request));
        Assert.Null(
            new SendingGate(new ReplayOptions { BaseUrl = new Uri("http://127.0.0.1:1") }).ReasonToWithhold(request)
        );
    }

    [Theory]
    [InlineData("GET", "/things?phone=07700900123", Phone)]
    [InlineData("GET", "/things?to=%2B447700900123", Phone)]
    [InlineData("GET", "/calls/+447700900123", Phone)]
    [InlineData(
        "GET",
        "/things?next=https%3A%2F%2Fabc.com",
        "it holds a host that is not kept for fiction, and that the provider might reach"
    )]
    [InlineData("GET", "/things?limit=100000", null)]
    public void Looks_at_path_and_query_too(string method, string target, string? reason) =>
        Assert.Equal(reason, Gate().ReasonToWithhold(new CaseRequest { Method = method, Target = target }));

    [Fact]
    public void Sends_fictional_numbers_where_allowed_and_real_ones_never()
    {
        var gate = new SendingGate(Elsewhere with { AllowPhoneNumbers = true });

        Assert.Null(gate.ReasonToWithhold(Body("""{"phone":"+447700900123"}""")));
        Assert.NotNull(gate.ReasonToWithhold(Body("""{"phone":"+447700901123"}""")));
    }

    [Theory]
    [InlineData(
        "PUT",
        "7",
        "would change 7 that this run did not create; --allow-changes (THYMIA_ALLOWCHANGES) sends it"
    )]
    [InlineData(
        "PATCH",
        "7",
        "would change 7 that this run did not create; --allow-changes (THYMIA_ALLOWCHANGES) sends it"
    )]
    [InlineData(
        "DELETE",
        "7",
        "would change 7 that this run did not create; --allow-changes (THYMIA_ALLOWCHANGES) sends it"
    )]
    [InlineData(
        "POST",
        "7",
        "would change 7 that this run did not create; --allow-changes (THYMIA_ALLOWCHANGES) sends it"
    )]
    [InlineData(
        "PUT",
        null,
        "would change /users that this run did not create; --allow-changes (THYMIA_ALLOWCHANGES) sends it"
    )]
    [InlineData("DELETE", null, "would delete all of a collection, which is never done")]
    [InlineData("POST", null, null)]
    [InlineData("GET", "7", null)]
    public void Changes_nothing_that_the_run_did_not_create(string method, string? id, string? reason)
    {
        var request = new CaseRequest
        {
            Method = method,
            Target = id is null ? "/users" : $"/users/{id}",
            PathValues = id is null ? [] : [new("id", id)],
        };

        Assert.Equal(reason, Gate().ReasonToWithhold(request));
        Assert.Null(
            new SendingGate(Elsewhere with { ExpendableIds = new HashSet<string> { "id=7" } }).ReasonToWithhold(
                request with
                {
                    PathValues = [new("id", "7")],
                }
            )
        );
        Assert.Equal(
            method == "DELETE" && id is null,
            new SendingGate(Elsewhere with { AllowChanges = true }).ReasonToWithhold(request) is not null
        );
    }

    [Theory]
    [InlineData("HTTP/1.1 201 X\r\nLocation: /users/abc-7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData(
        "HTTP/1.1 201 X\r\nContent-Type: application/json\r\nContent-Length: 14\r\nConnection: "
            + "close\r\n\r\n{\"id\":\"abc-7\"}"
    )]
    [InlineData(
        "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 23\r\nConnection: "
            + "close\r\n\r\n{\"data\":{\"id\":\"abc-7\"}}"
    )]
    public async Task Changes_what_the_run_has_created_itself(string answer)
    {
        await using var server = RawServer.Answering(answer);
        await using var sender = new Replayer(RawServer.Patient(server.Url) with { IsRemote = true });
        var delete = new CaseRequest
        {
            Method = "DELETE",
            Target = "/users/abc-7",
            PathValues = [new("id", "abc-7")],
        };

        var before = await sender.SendAsync(delete, Token);
        await sender.SendAsync(Body("{}"), Stake.Valid, Token);
        var after = await sender.SendAsync(delete, Token);

        Assert.NotNull(before.Withheld);
        Assert.Null(after.Withheld);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Is_asked_by_the_sender_itself_so_that_no_command_can_forget_it()
    {
        await using var server = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var sender = new Replayer(RawServer.Patient(server.Url) with { IsRemote = true });

        var exchange = await sender.SendAsync(Body("""{"phone":"+14155552671"}"""), Token);

        Assert.NotNull(exchange.Withheld);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Holds_25_calls_on_another_machine_where_nobody_said_otherwise()
    {
        await using var server = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var sender = new Replayer(RawServer.Patient(server.Url) with { IsRemote = true });

        for (var i = 0; i < 40; i++)
        {
            await sender.SendAsync(Body("{}"), i % 2 == 0 ? Stake.Valid : Stake.Unknown, Token);
        }

        Assert.Equal(25, sender.Created);
        Assert.Equal(25, server.Requests.Count);
    }

    private static ReplayOptions Elsewhere { get; } = new() { BaseUrl = new Uri("https://staging.example.com") };

    private static SendingGate Gate() => new(Elsewhere);

    private static CaseRequest Body(string json) =>
        new()
        {
            Method = "POST",
            Target = "/things",
            ContentType = "application/json",
            Body = Encoding.UTF8.GetBytes(json),
        };
}
