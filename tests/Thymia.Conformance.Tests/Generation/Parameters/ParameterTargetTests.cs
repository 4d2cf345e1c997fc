using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Tests.Generation.Parameters;

public sealed class ParameterTargetTests
{
    private const string Template = "/a/{id}/b/{name}";

    private static readonly Parameter Id = new("id", "path", true, null);
    private static readonly Parameter Name = new("name", "path", true, null);
    private static readonly Parameter Tags = new("ta gs", "query", false, null);
    private static readonly Parameter State = new("state", "query", false, null);
    private static readonly Parameter Trace = new("X-Trace", "header", false, null);

    private static readonly CaseRequest Plain = new()
    {
        Method = "GET",
        Target = Template,
        Headers = [KeyValuePair.Create("Accept", "*/*")],
    };

    [Fact]
    public void Parameters_are_written_where_they_belong_and_read_back()
    {
        var written = ParameterTarget.Write(
            Plain, Template, [(Id, ["4/2"]), (Name, ["x", "y z"]), (Tags, ["a&b", "c=d"]), (State, [""]), (Trace, ["1", "2"])]);

        Assert.Equal("/a/4%2F2/b/x,y%20z?ta%20gs=a%26b&ta%20gs=c%3Dd&state=", written.Target);
        Assert.Equal(["Accept=*/*", "X-Trace=1,2"], written.Headers.Select(h => $"{h.Key}={h.Value}"));
        Assert.Equal(["4/2"], ParameterTarget.Read(written, Template, Id)!);
        Assert.Equal(["x,y z"], ParameterTarget.Read(written, Template, Name)!);
        Assert.Equal(["a&b", "c=d"], ParameterTarget.Read(written, Template, Tags)!);
        Assert.Equal([""], ParameterTarget.Read(written, Template, State)!);
        Assert.Equal(["1,2"], ParameterTarget.Read(written, Template, Trace)!);
    }

    [Fact]
    public void What_is_absent_is_told_from_what_is_empty()
    {
        var written = ParameterTarget.Write(Plain, "/a/1", []);
        Assert.Equal("/a/1", written.Target);
        Assert.Null(ParameterTarget.Read(written, "/a/{id}", Tags));
        Assert.Null(ParameterTarget.Read(written, "/a/{id}", Trace));
        Assert.Null(ParameterTarget.Read(written, Template, Name));
        Assert.Null(ParameterTarget.Read(written, "/a/1", Id));
        Assert.Equal([""], ParameterTarget.Read(written with { Target = "/a/1?state" }, "/a/{id}", State)!);
    }
}
