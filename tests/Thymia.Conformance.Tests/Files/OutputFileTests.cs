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
    public void Takes_no_fault_in_the_content_for_one_of_the_disk()
    {
        var file = _folder.Write("results.json", "old");

        Assert.Throws<ArgumentException>(() => OutputFile.Write(file, s =>
            {
                s.Write("half"u8);
                throw new ArgumentException("a fault");
            }));

        Assert.Equal("old", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Lets_whoever_writes_end_the_stream()
    {
        var file = _folder.Write("results.json", "old");

        OutputFile.Write(file, s =>
        {
            using var buffered = new BufferedStream(s);
            buffered.Write("new"u8);
        });

        Assert.Equal("new", File.ReadAllText(file));
    }

    [Fact]
    public void Writes_to_a_device_and_leaves_it_one()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no such device here");

        OutputFile.Write("/dev/null", s => s.Write("new"u8));

        Assert.True(OutputPlace.IsDevice("/dev/null"));
        Assert.Equal(
            "/dev/full: cannot be written: the disk is full; choose another place with --out.",
            Assert.Throws<UnusableInputException>(() => OutputFile.Write("/dev/full", s => s.Write("new"u8))).Message
        );
        Assert.False(File.Exists("/dev/null.partial"));
    }

    [Fact]
    public async Task Knows_a_pipe_from_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes are no files there");
        var pipe = Path.Combine(_folder.Path, "pipe");
        using var made = System.Diagnostics.Process.Start("mkfifo", [pipe]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(OutputPlace.IsDevice(pipe));
        Assert.False(OutputPlace.IsDevice(_folder.Write("empty", "")));
        Assert.Equal("output-is-pipe", Assert.Throws<UnusableInputException>(() => OutputPlace.DemandFile(pipe)).Code);
    }

    [Theory]
    [InlineData(11, "another program is using it")]
    [InlineData(28, "the disk is full")]
    [InlineData(122, "the disk is full")]
    [InlineData(5, null)]
    public void Says_what_is_wrong_by_the_system_s_number(int number, string? said) =>
        Assert.Equal(said, OutputPlace.Problem(new IOException("x", number)));

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
