using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class CredentialWriterTests
{
    private static readonly Credential Key = new("x-key", false, "") { Scheme = "Key" };
    private static readonly Credential Query = new("api key", false, "") { Scheme = "Query", In = "query" };
    private static readonly Credential Cookie = new("sid", false, "") { Scheme = "Cookie", In = "cookie" };
    private static readonly Credential Token = new("Authorization", false, "")
    {
        Scheme = "Token",
        Form = CredentialForm.Bearer,
    };
    private static readonly Credential User = new("Authorization", false, "")
    {
        Scheme = "User",
        Form = CredentialForm.Basic,
    };

    private static readonly ReplayOptions Options = new()
    {
        BaseUrl = new Uri("http://localhost"),
        Secrets = new Dictionary<string, string>
        {
            ["Key"] = "k-1",
            ["Query"] = "q&1",
            ["Cookie"] = "c-1",
            ["Token"] = "t-1",
            ["User"] = "ann:pw",
        },
    };

    [Fact]
    public void Each_secret_goes_where_its_scheme_says()
    {
        var (target, headers) = Written(
            new CaseRequest
            {
                Method = "GET",
                Target = "/a?b=1",
                Headers = [KeyValuePair.Create("Cookie", "mode=fast")],
                Credentials = [Key, Query, Cookie, Token],
            }
        );

        Assert.Equal("/a?b=1&api%20key=q%261", target);
        Assert.Equal("Cookie: mode=fast; sid=c-1|x-key: k-1|Authorization: Bearer t-1", Sorted(headers));
    }

    [Fact]
    public void User_and_password_are_written_in_base64()
    {
        var (_, headers) = Written(
            new CaseRequest
            {
                Method = "GET",
                Target = "/a",
                Credentials = [User],
            }
        );
        Assert.Equal(
            $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("ann:pw"))}",
            Sorted(headers)
        );
    }

    [Fact]
    public void One_secret_is_broken_at_a_time()
    {
        var request = new CaseRequest
        {
            Method = "GET",
            Target = "/a",
            Credentials = [Key, Token],
            KeyName = "Authorization",
        };
        Assert.Equal("x-key: k-1", Sorted(Written(request with { Key = KeyUse.Absent }).Headers));
        Assert.Equal(
            $"x-key: k-1|Authorization: Bearer {MadeUpKey.Text}",
            Sorted(Written(request with { Key = KeyUse.Wrong }).Headers)
        );
        Assert.Equal("x-key: k-1|Authorization: Bearer", Sorted(Written(request with { Key = KeyUse.Empty }).Headers));
    }

    [Fact]
    public void The_only_key_there_is_serves_where_no_scheme_has_one()
    {
        var options = Options with { Secrets = new Dictionary<string, string>(), ApiKey = "only" };
        Assert.Equal(
            "Authorization: Bearer only",
            Sorted(
                Written(
                    new CaseRequest
                    {
                        Method = "GET",
                        Target = "/a",
                        Credentials = [Token],
                    },
                    options
                ).Headers
            )
        );
        Assert.Equal(
            "x-old: only",
            Sorted(
                Written(
                    new CaseRequest
                    {
                        Method = "GET",
                        Target = "/a",
                        KeyHeader = "x-old",
                    },
                    options
                ).Headers
            )
        );
    }

    [Fact]
    public void A_secret_that_nobody_gave_is_not_sent()
    {
        var (target, headers) = Written(
            new CaseRequest
            {
                Method = "GET",
                Target = "/a",
                Credentials = [Key, Query],
            },
            Options with
            {
                Secrets = new Dictionary<string, string> { ["Token"] = "t-1" },
                ApiKey = "another",
            }
        );
        Assert.Equal(("/a", ""), (target, Sorted(headers)));
    }

    private static (string Target, IEnumerable<string> Headers) Written(
        CaseRequest request,
        ReplayOptions? options = null
    )
    {
        Assert.True(new RequestWriter(options ?? Options).TryWrite(request, out var message, out _));
        using (message)
        {
            return (
                message.RequestUri!.PathAndQuery,
                [.. message.Headers.NonValidated.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")]
            );
        }
    }

    private static string Sorted(IEnumerable<string> headers) =>
        string.Join(
            '|',
            headers.OrderBy(h => h.StartsWith("Auth", StringComparison.Ordinal)).ThenBy(h => h, StringComparer.Ordinal)
        );
}
