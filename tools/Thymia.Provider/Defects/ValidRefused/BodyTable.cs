using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the body as a whole and refused.</summary>
internal sealed class BodyTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput("charset-refused", "", "A content type with a charset is refused.")
        {
            Refuses = request =>
                request.ContentType is { } type && type.Contains("charset", StringComparison.OrdinalIgnoreCase),
        },
        new RefusedInput("escaped-json-refused", "", "JSON with numeric escapes is refused.")
        {
            Refuses = request => request.Body.Span.IndexOf("\\u"u8) >= 0,
        },
        new RefusedInput("escaped-slashes-refused", "", "JSON with escaped slashes is refused.")
        {
            Refuses = request => request.Body.Span.IndexOf("\\/"u8) >= 0,
        },
        new RefusedInput("large-body-refused", "", "A body of more than 8,192 bytes is refused.")
        {
            Refuses = request => request.Body.Length > 8192,
        },
        new RefusedInput("minimal-call-refused", "", "A call without any optional property is refused.")
        {
            Refuses = request =>
                !request
                    .Root.Members()
                    .Any(member => member.Name is "phoneNumber" or "webhookUrl" or "metadata" or "deleteData"),
        },
        new RefusedInput("pretty-json-refused", "", "JSON with line feeds between its members is refused.")
        {
            Refuses = request => request.Body.Span.Contains((byte)'\n'),
        },
        new RefusedInput(
            "property-order-refused",
            "",
            "A request is refused unless its user comes before its language."
        )
        {
            Refuses = request =>
                request.Root.Members().FirstOrDefault(member => member.Name is "user" or "language").Name == "language",
        },
        new RefusedInput(
            "unknown-property-refused",
            "",
            "A property that the contract does not name is refused, though it forbids none."
        )
        {
            Refuses = request => request.Root.Members().Any(member => !CallFields.Properties.Contains(member.Name)),
        },
    ];
}
