using System.Text;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the label of the user and refused.</summary>
internal sealed class UserLabelTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "emoji-label-refused",
            "user.userLabel",
            "A label with a character beyond the basic plane is refused."
        )
        {
            Refuses = request => request.TextAt("user.userLabel") is { } label && label.Any(char.IsSurrogate),
        },
        new RefusedInput("empty-label-refused", "user.userLabel", "An empty label is refused.")
        {
            Refuses = request => request.TextAt("user.userLabel") is { Length: 0 },
        },
        new RefusedInput(
            "label-of-256-bytes-refused",
            "user.userLabel",
            "A label of 255 characters is refused where it has more bytes."
        )
        {
            Refuses = request =>
                request.TextAt("user.userLabel") is { Length: <= 255 } label && Encoding.UTF8.GetByteCount(label) > 255,
        },
        new RefusedInput("label-with-sign-first-refused", "user.userLabel", "A label that begins with = is refused.")
        {
            Refuses = request => request.TextAt("user.userLabel") is ['=', ..],
        },
        new RefusedInput("label-with-blank-refused", "user.userLabel", "A label with a blank in it is refused.")
        {
            Refuses = request =>
                request.TextAt("user.userLabel") is { } label && label.Contains(' ', StringComparison.Ordinal),
        },
        new RefusedInput(
            "label-with-quote-refused",
            "user.userLabel",
            "A label with a quotation mark or an apostrophe is refused."
        )
        {
            Refuses = request => request.TextAt("user.userLabel") is { } label && label.AsSpan().ContainsAny('"', '\''),
        },
        new RefusedInput("long-label-refused", "user.userLabel", "A label of more than 255 characters is refused.")
        {
            Refuses = request => request.TextAt("user.userLabel") is { } label && label.Length > 255,
        },
        new RefusedInput(
            "non-ascii-label-refused",
            "user.userLabel",
            "A label with a character beyond ASCII is refused."
        )
        {
            Refuses = request =>
                request.TextAt("user.userLabel") is { } label && label.Any(letter => !char.IsAscii(letter)),
        },
    ];
}
