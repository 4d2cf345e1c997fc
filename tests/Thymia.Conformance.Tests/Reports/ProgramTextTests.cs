using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Reports;

public sealed class ProgramTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_its_name_where_that_is_on_the_path()
    {
        var file = _folder.Write("thymia-conformance", "");

        Assert.Equal("thymia-conformance", ProgramText.Of("/", "/", null, $"/nowhere:{Path.GetDirectoryName(file)}"));
    }

    [Fact]
    public void Is_dotnet_run_where_it_was_built_from_source()
    {
        var (root, built) = Source();

        Assert.Equal("dotnet run --project tools/Thymia.Conformance.Cli --", ProgramText.Of(root, built, null, null));
        Assert.Equal(
            "dotnet run --project ../../tools/Thymia.Conformance.Cli --",
            ProgramText.Of(Path.Combine(root, "tests", "x"), built, null, null)
        );
    }

    [Fact]
    public void Is_the_programs_file_where_that_is_all_there_is()
    {
        var file = _folder.Write("thymia-conformance", "");
        var folder = Path.GetDirectoryName(file)!;

        Assert.Equal("./thymia-conformance", ProgramText.Of(folder, folder, file, null));
        Assert.Equal("thymia-conformance", ProgramText.Of(folder, folder, "/usr/bin/dotnet", null));
    }

    private (string Root, string Built) Source()
    {
        var root = Path.GetDirectoryName(_folder.Write("mark", ""))!;
        var project = Directory.CreateDirectory(Path.Combine(root, "tools", "Thymia.Conformance.Cli")).FullName;
        File.WriteAllText(Path.Combine(project, "Thymia.Conformance.Cli.csproj"), "<Project />");
        return (root, Path.Combine(project, "bin", "Debug"));
    }
}
