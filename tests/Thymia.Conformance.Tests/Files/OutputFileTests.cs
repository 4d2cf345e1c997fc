using Thymia.Conformance.Files;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replaces_the_old_file_whole_and_leaves_nothing_beside_it()
    {
        var file = _folder.Write("a/results.json", "a longer text than the new one");

        OutputFile.Write(file, s => s.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void Makes_the_folders_there_are_not()
    {
        var file = Path.Combine(_folder.Path, "a", "b", "results.json");

        OutputFile.Write(file, s => s.Write("new"u8));

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void Keeps_the_old_file_when_the_disk_is_full()
    {
        var file = _folder.Write("results.json", "old");

        var error = Assert.Throws<UnusableInputException>(() => OutputFile.Write(file, s =>
        {
            s.Write("half"u8);
            throw new IOException("No space left on device");
        }));

        Assert.Equal("output-not-writable", error.Code);
        Assert.StartsWith($"{file}: cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Finds_out_before_a_run_that_a_folder_cannot_be_written()
    {
        var file = _folder.Write("results", "a file");

        Assert.Throws<UnusableInputException>(() => OutputFile.DemandFolder(file));
        Assert.Throws<UnusableInputException>(() => OutputFile.DemandFolder(Path.Combine(file, "below")));
        OutputFile.DemandFolder(Path.Combine(_folder.Path, "new"));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "new")));
    }
}
