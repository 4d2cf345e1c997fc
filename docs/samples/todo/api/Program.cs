using System.Collections.Concurrent;
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var todos = new ConcurrentDictionary<int, Todo.Item>();
var last = 0;

app.MapPost("/todos", async (HttpRequest request) =>
{
    if (request.ContentType is not null && !request.HasJsonContentType())
    {
        return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
    }

    try
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        if (Todo.Item.Read(body.RootElement, () => Interlocked.Increment(ref last)) is not { } item)
        {
            return Results.BadRequest();
        }

        todos[item.Id] = item;
        return Results.Created($"/todos/{item.Id}", item);
    }
    // A string that is no UTF-8 is found when it is read.
    catch (Exception e) when (e is JsonException or InvalidOperationException)
    {
        return Results.BadRequest();
    }
});
app.MapGet("/todos/{id}", (string id) => !Todo.Item.TryId(id, out var number) ? Results.BadRequest()
    : todos.TryGetValue(number, out var item) ? Results.Ok(item)
    : Results.NotFound());
app.Run();
