using System.Net;
using System.Net.Http.Json;

namespace WebShop;

/// <summary>A call to be placed.</summary>
public sealed record NewCall(Customer User, string Language, object Agent)
{
    public string? PhoneNumber { get; init; }
}

/// <summary>Whom a call is for.</summary>
public sealed record Customer(string UserLabel, DateOnly DateOfBirth, string BirthSex);

/// <summary>A call that was taken on.</summary>
public sealed record Call(Guid Id, string Status, Uri? ActivityLink);

/// <summary>The voice agent's API as this shop uses it.</summary>
public sealed class CallClient : IDisposable
{
    private readonly HttpClient _http;

    public CallClient(Uri baseUrl, string apiKey)
    {
        _http = new HttpClient { BaseAddress = baseUrl };
        _http.DefaultRequestHeaders.Add("x-api-key", apiKey);
    }

    /// <exception cref="ArgumentException">The API refuses the call as invalid.</exception>
    public async Task<Call> CreateAsync(NewCall call, CancellationToken cancellation)
    {
        using var answer = await _http.PostAsJsonAsync("v1/calls", Fields(call), cancellation);
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            throw new ArgumentException(await answer.Content.ReadAsStringAsync(cancellation), nameof(call));
        }

        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Call>(cancellation))!;
    }

    public void Dispose() => _http.Dispose();

    // What is not given is left out, as the API asks.
    private static Dictionary<string, object> Fields(NewCall call)
    {
        var fields = new Dictionary<string, object>
        {
            ["user"] = call.User,
            ["language"] = call.Language,
            ["agent"] = call.Agent,
        };
        if (call.PhoneNumber is { } number)
        {
            fields["phoneNumber"] = number;
        }

        return fields;
    }
}
