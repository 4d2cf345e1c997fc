using System.Globalization;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the time of creation in a 200.</summary>
internal sealed class CreatedAtTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("created-at-constant", "created-at", "The time of creation is always the same.")
        {
            Accepts = (_, answer) => answer.SetText("createdAt", "2020-01-01T00:00:00Z"),
        },
        new OneStep("created-at-date-only", "response-schema", "The time of creation is a date.")
        {
            Accepts = (_, answer) => answer.SetJson("createdAt", answer.Text("createdAt")[..11] + "\""),
        },
        new OneStep("created-at-in-the-future", "created-at", "The time of creation is a hundred years ahead.")
        {
            Accepts = (_, answer) => answer.SetJson("createdAt", answer.Text("createdAt").Insert(2, "1").Remove(3, 1)),
        },
        new OneStep(
            "created-at-local",
            "created-at",
            "The time of creation is that of another time zone, marked as universal."
        )
        {
            Accepts = (_, answer) =>
                answer.SetText(
                    "createdAt",
                    DateTimeOffset
                        .Parse(answer.Text("createdAt").Trim('"'), CultureInfo.InvariantCulture)
                        .AddHours(11)
                        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                ),
        },
        new OneStep("created-at-missing", "response-schema", "There is no time of creation.")
        {
            Accepts = (_, answer) => answer.Remove("createdAt"),
        },
        new OneStep("created-at-number", "response-schema", "The time of creation is a number.")
        {
            Accepts = (_, answer) => answer.SetJson("createdAt", "1767225600"),
        },
        new OneStep("created-at-with-blank", "response-schema", "The time of creation has a blank for its T.")
        {
            Accepts = (_, answer) => answer.SetJson("createdAt", answer.Text("createdAt").Replace('T', ' ')),
        },
        new OneStep("created-at-without-offset", "response-schema", "The time of creation has no offset.")
        {
            Accepts = (_, answer) =>
                answer.SetJson(
                    "createdAt",
                    answer
                        .Text("createdAt")
                        .Replace("Z", "", StringComparison.Ordinal)
                        .Replace("+00:00", "", StringComparison.Ordinal)
                ),
        },
    ];
}
