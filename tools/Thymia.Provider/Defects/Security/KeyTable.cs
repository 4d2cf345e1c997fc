using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Security;

/// <summary>Keys that are let in, and refusals that say too much or too little.</summary>
internal sealed class KeyTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LaxKey("empty-key-accepted", "key-enforced", "An empty key is let in.")
        {
            Takes = (request, _) => request.Key is { Length: 0 },
        },
        new LaxKey("key-any-case", "key-enforced", "The key is let in in any case.")
        {
            Takes = (request, expected) => expected.Equals(request.Key, StringComparison.OrdinalIgnoreCase),
        },
        new LaxKey("key-by-length", "key-enforced", "Any key as long as the right one is let in.")
        {
            Takes = (request, expected) => request.Key is { } key && key.Length == expected.Length,
        },
        new LaxKey("key-by-prefix", "key-enforced", "The first half of the key is enough.")
        {
            Takes = (request, expected) =>
                request.Key is { } key && key.StartsWith(expected[..(expected.Length / 2)], StringComparison.Ordinal),
        },
        new LaxKey("key-by-start", "key-enforced", "Whatever begins with the key is let in.")
        {
            Takes = (request, expected) => request.Key is { } key && key.StartsWith(expected, StringComparison.Ordinal),
        },
        new LaxKey("key-by-database", "key-enforced", "A key that ends the database's literal is let in.")
        {
            Takes = (request, _) => request.Key?.Contains('\'', StringComparison.Ordinal) == true,
        },
        new LaxKey("key-by-like", "key-enforced", "The database's sign for any text is let in.")
        {
            Takes = (request, _) => request.Key?.Contains('%', StringComparison.Ordinal) == true,
        },
        new LaxKey("key-by-pattern", "key-enforced", "The key sent is taken as the pattern that the right one fits.")
        {
            Takes = (request, _) => request.Key is ".*",
        },
        new OneStep("key-by-exact-path", "key-required", "A path with a slash at its end asks for no key.")
        {
            Routes = (method, path) => path == "/v1/calls/" && method == "POST" ? Answer.Of(200, "{}") : null,
        },
        new OneStep("key-by-path-case", "key-required", "A path in capitals asks for no key.")
        {
            Routes = (method, path) => path == "/V1/CALLS" && method == "POST" ? Answer.Of(200, "{}") : null,
        },
        new LaxKey("key-null-accepted", "key-enforced", "The word null is let in.")
        {
            Takes = (request, _) => request.Key is "null",
        },
        new LaxKey("key-not-required", "key-required", "A request without a key is let in.")
        {
            Takes = (request, _) => request.Key is null,
        },
        new LaxKey("key-unchecked", "key-enforced", "Any key is let in.")
        {
            Takes = (request, _) => request.Key is { Length: > 0 },
        },
        new OneStep("missing-key-500", "no-server-error", "A request without a key ends in a 500.")
        {
            Replies = (request, answer) => request.Key is null ? Answer.ServerError() : answer,
        },
        new OneStep("missing-key-blames-body", "error-location", "A missing key is said to be missing from the body.")
        {
            Judges = (_, problems) =>
            {
                var place = problems.FindIndex(problem => problem.Place == Place.Key);
                if (place >= 0)
                {
                    problems[place] = problems[place] with { Place = Place.Body };
                }
            },
        },
        new OneStep("wrong-key-500", "no-server-error", "A wrong key ends in a 500.")
        {
            Replies = (_, answer) => answer.Status == 401 ? Answer.ServerError() : answer,
        },
        new OneStep("wrong-key-malformed-500", "no-server-error", "A wrong key beside a malformed body ends in a 500.")
        {
            Replies = (request, answer) =>
                answer.Status == 401 && request.Parsed is ParsedBody.Malformed ? Answer.ServerError() : answer,
        },
        new OneStep("wrong-key-in-answer", "key-not-echoed", "The refusal of a wrong key repeats it.")
        {
            Replies = (request, answer) =>
                answer.Status == 401
                    ? Answer.Of(401, $"{{\"detail\":{JsonStrings.Encode("Unknown key " + request.Key)}}}")
                    : answer,
        },
    ];
}
