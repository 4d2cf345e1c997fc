using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("date", "2024-02-29")]
    [InlineData("date-time", "1998-12-31T15:59:60.123456-08:00")]
    [InlineData("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("uri", "https://u@hooks.example.com:8443/a%20b/c?call=1&x=%C3%A4#frag")]
    [InlineData("uri", "https://[2001:db8::192.0.2.1]:8443/a")]
    [InlineData("uri", "https://hooks.example.com/a b")]
    public void Judges_the_formats_of_every_answer_without_garbage(string format, string text)
    {
        // The first round loads types and compiles.
        Judge(format, text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Judge(format, text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Judge(string format, string text)
    {
        for (var round = 0; round < 100; round++)
        {
            _ = StringFormats.IsValid(format, text);
        }
    }
}
