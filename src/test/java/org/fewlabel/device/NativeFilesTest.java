package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFilesTest {

    @ParameterizedTest
    @CsvSource({"Linux,amd64,linux-x86_64", "Linux,aarch64,linux-arm64", "Mac OS X,aarch64,macosx-arm64",
        "Mac OS X,x86_64,macosx-x86_64", "Windows 11,amd64,windows-x86_64", "AIX,ppc64,aix-ppc64"})
    void namesPlatformsAsJavaCppDoes(final String os, final String arch, final String platform) {
        assertThat(NativeFiles.platform(os, arch)).isEqualTo(platform);
    }

    @Test
    void namesWhatToInstallIfALibraryIsMissing() {
        assertThatThrownBy(() -> new NativeFiles("aix-ppc64", name -> false).check())
            .isInstanceOf(MissingLibraryException.class).hasMessageContaining("aix-ppc64")
            .hasMessageContaining("libjnind4jcpu.so is not installed")
            .hasMessageContaining("Install \"Few-Label Learning");
        assertThatThrownBy(() -> new NativeFiles("windows-x86_64", name -> name.contains("nd4j")).check())
            .hasMessageContaining("jniopenblas.dll is not installed");
        assertThatThrownBy(() -> new NativeFiles("macosx-arm64", name -> !name.contains("javacpp/")).check())
            .hasMessageContaining("libjnijavacpp.dylib is not installed");
    }

    @Test
    void allLibrariesAreInstalledWhereTheTestsRun() {
        assertThatCode(() -> NativeFiles.here().check()).doesNotThrowAnyException();
    }

    @Test
    void readsLinuxsListOfProcessorFeatures(@TempDir final Path folder) throws IOException {
        final var file = folder.resolve("cpuinfo");
        assertThat(NativeFiles.hasAvx2(file)).isTrue();
        Files.writeString(file, "processor : 0\nflags\t\t: fpu sse2 avx\n");
        assertThat(NativeFiles.hasAvx2(file)).isFalse();
        Files.writeString(file, "processor : 0\nflags\t\t: fpu avx avx2 fma\n");
        assertThat(NativeFiles.hasAvx2(file)).isTrue();
    }
}
