using Microsoft.AspNetCore.Http;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Http;

/// <summary>Puts an answer on the wire.</summary>
internal static class AnswerWriter
{
    public static async ValueTask WriteAsync(HttpContext context, Answer answer)
    {
        if (answer.IsCutOff)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Header is var (name, value))
        {
            response.Headers.Append(name, value);
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            // Even an empty body counts as one to the server, which would then close the connection unannounced.
            return;
        }

        response.ContentLength = answer.Body.Length;
        await response.BodyWriter.WriteAsync(answer.Body).ConfigureAwait(false);
    }
}
