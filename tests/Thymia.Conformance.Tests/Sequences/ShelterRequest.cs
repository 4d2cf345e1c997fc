using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>A request to the shelter, taken apart.</summary>
internal sealed class ShelterRequest
{
    private static readonly Dictionary<int, string[]> Allowed = new()
    {
        [1] = ["GET", "POST"],
        [2] = ["GET", "PUT", "PATCH", "DELETE"],
        [3] = ["GET", "POST"],
        [4] = ["GET", "PUT", "DELETE"],
    };

    private readonly HttpContext _context;
    private readonly string[] _segments;

    public ShelterRequest(HttpContext context, byte[] body)
    {
        _context = context;
        Body = body;
        _segments = Path.Trim('/').Split('/');
    }

    public byte[] Body { get; }

    public string Method => _context.Request.Method;

    public string Path => _context.Request.Path.Value ?? "/";

    public string? ContentType => _context.Request.ContentType;

    public bool IsCollection => _segments.Length % 2 == 1;

    public string Kind => _segments.Length > 2 ? "pet" : "owner";

    public string? OwnerId => _segments.ElementAtOrDefault(1);

    public string? PetId => _segments.ElementAtOrDefault(3);

    public string Template =>
        _segments.Length switch
        {
            1 => "/owners",
            2 => "/owners/{ownerId}",
            3 => "/owners/{id}/pets",
            _ => "/owners/{ownerId}/pets/{petId}",
        };

    /// <summary>The methods of the path; null where there is no such path.</summary>
    public string[]? Allow =>
        _segments[0] == "owners" && (_segments.Length < 3 || _segments[2] == "pets")
            ? Allowed.GetValueOrDefault(_segments.Length)
            : null;

    public string? Caller =>
        _context.Request.Headers.Authorization.ToString() switch
        {
            "Bearer " + Shelter.Token => "first",
            "Bearer " + Shelter.OtherToken => "second",
            _ => null,
        };

    public bool IsWellFormed =>
        (OwnerId is null || (Guid.TryParseExact(OwnerId, "D", out _)))
        && (
            PetId is null
            || (long.TryParse(PetId, NumberStyles.None, CultureInfo.InvariantCulture, out var pet) && pet > 0)
        )
        && IsWithin("page", 1, 1000)
        && IsWithin("limit", 1, 20)
        && IsWithin("offset", 0, 100_000);

    public static string IdOf(int number) => $"00000000-0000-4000-8000-{number:d12}";

    public int Number(string name, int otherwise) =>
        _context.Request.Query.TryGetValue(name, out var text)
            ? int.Parse(text.ToString(), CultureInfo.InvariantCulture)
            : otherwise;

    private bool IsWithin(string name, int min, int max) =>
        !_context.Request.Query.TryGetValue(name, out var text)
        || (
            int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n >= min
            && n <= max
        );
}
