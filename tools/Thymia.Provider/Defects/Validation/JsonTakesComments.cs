using System.Text.Json;

namespace Thymia.Provider.Defects.Validation;

internal sealed class JsonTakesComments()
    : Defect("json-takes-comments", "invalid-rejected", "Comments are taken in JSON.")
{
    public override JsonReaderOptions Read(JsonReaderOptions options) =>
        options with { CommentHandling = JsonCommentHandling.Skip };
}
