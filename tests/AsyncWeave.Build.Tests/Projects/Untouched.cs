using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

/// <summary>AsyncWeave reads assemblies. It writes none.</summary>
internal sealed class Untouched
{
    [Test]
    public void DeterministicAndStrongNamedAssembliesKeepTheirBytes()
    {
        using var sandbox = new Sandbox().Project(properties: "<SignAssembly>true</SignAssembly><PublicSign>true</PublicSign><AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile><Deterministic>true</Deterministic>")
            .Write("Orders.cs", Sources.OneMethod);
        File.WriteAllBytes(sandbox.FullPath("key.snk"), PublicKey());

        sandbox.Build("-p:AsyncWeaveEnabled=false").MustSucceed();
        var without = Bytes(sandbox);
        sandbox.BuildAgain("--no-incremental").MustSucceed();
        var with = Bytes(sandbox);

        Assert.That(with, Is.EqualTo(without));
        Assert.That(sandbox.Files("*.dll").Where(file => file.StartsWith("bin/")), Is.EqualTo(new[] { "bin/Release/net10.0/App.dll" }), "nothing of the package is deployed");
    }

    private static string[] Bytes(Sandbox sandbox) =>
        Array.ConvertAll(["App.dll", "App.pdb"], file => Convert.ToHexString(File.ReadAllBytes(sandbox.FullPath("bin/Release/net10.0/" + file))));

    /// <summary>The public half of a fresh RSA key, in the form of ECMA-335 II.6.2.1.3.</summary>
    private static byte[] PublicKey()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(1024);
        var parameters = rsa.ExportParameters(false);
        var exponent = parameters.Exponent!.Reverse().Concat(new byte[4]).Take(4);
        byte[] blob = [6, 2, 0, 0, 0, 0x24, 0, 0, .. "RSA1"u8, 0, 4, 0, 0, .. exponent, .. parameters.Modulus!.Reverse()];
        return [0, 0x24, 0, 0, 4, 0x80, 0, 0, .. BitConverter.GetBytes(blob.Length), .. blob];
    }
}
